package dev.homeport.platform.secret;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Destroys the keys of days, and with them all that was closed under them, wherever it lies. */
@ApplicationScoped
class DayKeyExpiry {
  private final DayKeys keys;

  DayKeyExpiry(DayKeys keys) {
    this.keys = keys;
  }

  @Scheduled(every = "1h", delayed = "1m")
  void destroy() {
    keys.destroyEnded();
  }
}
