package dev.homeport.loyalty.rating;

import dev.homeport.loyalty.programme.Cap;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What caps, cooldowns and conditions need to know of one identity's orders so far, in the order of
 * time: a few numbers for each rule, however many orders there were.
 */
final class Tally {
  private final Map<String, Given> byRule = new HashMap<>();
  private final Given ofAll = new Given();
  private long orders;
  private @Nullable Instant lastOrder;

  /** What one rule has given, by the period at hand. */
  private static final class Given {
    private final Map<Cap.Period, LocalDate> first = new EnumMap<>(Cap.Period.class);
    private final Map<Cap.Period, Long> points = new EnumMap<>(Cap.Period.class);
    private @Nullable Instant last;

    private long in(Cap.Period period, LocalDate day) {
      return period.first(day).equals(first.get(period)) ? points.getOrDefault(period, 0L) : 0;
    }

    private void add(LocalDate day, Instant at, long more) {
      for (Cap.Period period : Cap.Period.values()) {
        if (period != Cap.Period.ORDER) {
          points.put(period, Math.addExact(in(period, day), more));
          first.put(period, period.first(day));
        }
      }
      last = at;
    }
  }

  /** What a rule has given in the period in which a day lies. */
  long given(String rule, Cap.Period period, LocalDate day) {
    Given given = byRule.get(rule);
    return given == null ? 0 : given.in(period, day);
  }

  /** What all rules have given in the period in which a day lies. */
  long given(Cap.Period period, LocalDate day) {
    return ofAll.in(period, day);
  }

  /** The last order that a rule gave points to. */
  @Nullable Instant last(String rule) {
    Given given = byRule.get(rule);
    return given == null ? null : given.last;
  }

  long orders() {
    return orders;
  }

  @Nullable Instant lastOrder() {
    return lastOrder;
  }

  void award(String rule, long points, LocalDate day, Instant at) {
    byRule.computeIfAbsent(rule, _ -> new Given()).add(day, at, points);
    ofAll.add(day, at, points);
  }

  /** An order that stands. */
  void order(Instant at) {
    orders++;
    lastOrder = at;
  }
}
