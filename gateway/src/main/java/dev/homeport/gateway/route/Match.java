package dev.homeport.gateway.route;

import java.util.Set;

/** What is known about a method and a path. */
public sealed interface Match {

  /** A service answers this. */
  record Found(Route route) implements Match {}

  /** The path exists, with other methods. */
  record WrongMethod(Set<String> allowed) implements Match {
    public WrongMethod {
      allowed = Set.copyOf(allowed);
    }
  }

  /** No service has published such a path. */
  record Unknown() implements Match {}
}
