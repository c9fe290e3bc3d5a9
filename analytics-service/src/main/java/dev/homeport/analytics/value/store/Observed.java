package dev.homeport.analytics.value.store;

import dev.homeport.analytics.value.Observations;
import dev.homeport.analytics.value.Observations.Later;
import dev.homeport.analytics.value.Purchases;
import dev.homeport.analytics.value.btyd.Spending;
import dev.homeport.analytics.value.btyd.Tuples;
import java.time.LocalDate;
import java.util.Optional;

/** Gathers what a model is fitted to, customer by customer. */
final class Observed {
  private final LocalDate end;
  private final Tuples.Builder tuples = new Tuples.Builder();
  private final Spending.Builder spending = new Spending.Builder();
  private LocalDate from = LocalDate.MAX;

  Observed(LocalDate end) {
    this.end = end;
  }

  void add(LocalDate firstDay, Purchases purchases) {
    tuples.add(purchases.repeats(), purchases.recencyDays(), purchases.ageDays());
    spending.add(purchases.repeats(), purchases.meanSpend());
    if (firstDay.isBefore(from)) {
      from = firstDay;
    }
  }

  /** Empty when nobody was added. */
  Optional<Observations> observations(Optional<Later> later) {
    return from.equals(LocalDate.MAX)
        ? Optional.empty()
        : Optional.of(new Observations(from, end, tuples.grouped(), spending.build(), later));
  }
}
