package dev.homeport.loyalty.rating;

import dev.homeport.loyalty.programme.Cap;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A member's orders before one of them: the sum over the identities that are one member then.
 *
 * @param tier the key of the tier that the member has; empty below the first
 */
record Past(List<Tally> tallies, String tier) {

  long given(String rule, Cap.Period period, LocalDate day) {
    return tallies.stream().mapToLong(tally -> tally.given(rule, period, day)).sum();
  }

  long given(Cap.Period period, LocalDate day) {
    return tallies.stream().mapToLong(tally -> tally.given(period, day)).sum();
  }

  @Nullable Instant last(String rule) {
    return latest(tally -> tally.last(rule));
  }

  long orders() {
    return tallies.stream().mapToLong(Tally::orders).sum();
  }

  @Nullable Instant lastOrder() {
    return latest(Tally::lastOrder);
  }

  private @Nullable Instant latest(Function<Tally, @Nullable Instant> moment) {
    return tallies.stream()
        .map(moment)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }
}
