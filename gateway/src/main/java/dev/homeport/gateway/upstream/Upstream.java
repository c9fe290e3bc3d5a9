package dev.homeport.gateway.upstream;

import dev.homeport.gateway.route.Route;
import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** A service: its addresses, and perhaps another version of it for some of the requests. */
public final class Upstream {
  private final String name;
  private final List<Backend> stable;
  private final @Nullable Canary canary;
  private final RetryBudget retries;

  Upstream(String name, List<Backend> stable, @Nullable Canary canary, RetryBudget retries) {
    this.name = name;
    this.stable = List.copyOf(stable);
    this.canary = canary;
    this.retries = retries;
  }

  /** As in paths. */
  public String name() {
    return name;
  }

  /** How many addresses it has. */
  public int addresses() {
    return stable.size() + (canary == null ? 0 : canary.backends().size());
  }

  /** Which share of the requests may be sent a second time. */
  public RetryBudget retries() {
    return retries;
  }

  /**
   * Chooses where a request goes: of two addresses drawn by chance the one with less to do, passing
   * over those that are left out at the moment. Empty when all are.
   *
   * @param tenant of the caller, if one is known
   * @param failed where it has been tried already; taken again only where there is no other
   */
  public Optional<Trial> begin(
      Route route, @Nullable UUID tenant, MultiMap headers, @Nullable Trial failed) {
    Backend last = failed == null ? null : failed.backend();
    return (canary != null && canary.share().takes(tenant, headers)
            ? begin(canary.backends(), route, last)
            : Optional.<Trial>empty())
        .or(() -> begin(stable, route, last))
        .or(() -> last == null ? Optional.empty() : last.begin(route));
  }

  private static Optional<Trial> begin(
      List<Backend> backends, Route route, @Nullable Backend except) {
    int size = backends.size();
    int first = size < 2 ? 0 : ThreadLocalRandom.current().nextInt(size);
    if (size > 1) {
      int second = (first + 1 + ThreadLocalRandom.current().nextInt(size - 1)) % size;
      first = backends.get(second).inFlight() < backends.get(first).inFlight() ? second : first;
    }
    for (int i = 0; i < size; i++) {
      Backend backend = backends.get((first + i) % size);
      Optional<Trial> trial = backend == except ? Optional.empty() : backend.begin(route);
      if (trial.isPresent()) {
        return trial;
      }
    }
    return Optional.empty();
  }

  /** Some address of the present version, for questions of the gateway's own. */
  public Address any() {
    int start = ThreadLocalRandom.current().nextInt(stable.size());
    for (int i = 0; i < stable.size(); i++) {
      Backend backend = stable.get((start + i) % stable.size());
      if (backend.isTrusted()) {
        return backend.address();
      }
    }
    return stable.get(start).address();
  }
}
