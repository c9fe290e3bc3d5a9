package dev.homeport.analytics.profile.store;

import dev.homeport.platform.due.DueWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** A consent that ends by itself is a change like any other. */
@ApplicationScoped
class ConsentEnds implements DueWork {
  private static final int AT_ONCE = 5_000;

  private final ConsentTable consents;

  ConsentEnds(ConsentTable consents) {
    this.consents = consents;
  }

  @Override
  public Optional<Instant> next(Instant horizon) {
    return consents.nextEnd().filter(end -> !end.isAfter(horizon));
  }

  @Override
  public void run(Instant horizon) {
    consents.end(horizon, AT_ONCE);
  }
}
