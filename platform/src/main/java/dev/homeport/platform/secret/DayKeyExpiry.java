package dev.homeport.platform.secret;

import dev.homeport.platform.due.DueWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Destroys the keys of days, and with them all that was closed under them, wherever it lies. */
@ApplicationScoped
class DayKeyExpiry implements DueWork {
  private final DayKeys keys;

  DayKeyExpiry(DayKeys keys) {
    this.keys = keys;
  }

  @Override
  public Optional<Instant> next(Instant horizon) {
    return keys.nextEnd().filter(end -> !end.isAfter(horizon));
  }

  @Override
  public void run(Instant horizon) {
    keys.destroyUpTo(LocalDate.ofInstant(horizon, ZoneOffset.UTC).minusDays(DayKeys.DAYS));
  }
}
