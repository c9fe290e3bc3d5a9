package dev.homeport.gateway.limits;

import java.util.UUID;

/** What another replica counts. */
public final class Replica {
  private final RequestCounts counts = new RequestCounts();

  public RequestCounts counts() {
    return counts;
  }

  /** Whether it lets a request through. */
  public boolean takes(UUID tenant, long quota) {
    return counts.take(tenant, quota) != null;
  }
}
