package dev.homeport.analytics.value;

import dev.homeport.analytics.value.CustomerValue.LifetimeValue;
import dev.homeport.analytics.value.CustomerValue.NextOrder;
import dev.homeport.analytics.value.btyd.Buying;
import dev.homeport.analytics.value.btyd.GammaGamma;
import dev.homeport.analytics.value.btyd.History;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Says what a customer is still worth under a model and terms. */
public final class Valuation {
  private static final double TEN_YEARS = 3_650 / Purchases.DAYS_A_WEEK;
  private static final double HARDLY = 1e-3;
  private static final double TAIL = 0.05;

  private final FittedModel fitted;
  private final Terms terms;
  private final Buying buying;
  private final Optional<GammaGamma> amounts;

  /** Under a model and terms. */
  public Valuation(FittedModel fitted, Terms terms) {
    this.fitted = fitted;
    this.terms = terms;
    this.buying = fitted.model();
    this.amounts = fitted.amounts();
  }

  /** Everything about one customer. */
  public CustomerValue of(Purchases purchases, LocalDate today) {
    History history = purchases.history();
    OptionalDouble spend = spend(amounts, purchases);
    return new CustomerValue(
        fitted.dropOut().identified()
            ? Optional.of(buying.probabilityAlive(history))
            : Optional.empty(),
        buying.expected(history, 30 / Purchases.DAYS_A_WEEK),
        buying.expected(history, 90 / Purchases.DAYS_A_WEEK),
        buying.expected(history, 365 / Purchases.DAYS_A_WEEK),
        next(history, today),
        boxed(spend),
        boxed(spend).map(_ -> lifetimeValue(purchases)));
  }

  private Optional<NextOrder> next(History history, LocalDate today) {
    int repeats = history.repeats();
    double age = history.age();
    double probability =
        buying.probabilityAlive(history) * buying.anyWithinIfAlive(repeats, age, TEN_YEARS);
    if (probability < HARDLY) {
      return Optional.empty();
    }
    return Optional.of(
        new NextOrder(
            probability,
            by(0.1, repeats, age, today),
            by(0.5, repeats, age, today),
            by(0.9, repeats, age, today)));
  }

  private LocalDate by(double probability, int repeats, double age, LocalDate today) {
    double weeks = buying.nextBy(repeats, age, probability, TEN_YEARS);
    return today.plusDays((long) Math.ceil(weeks * Purchases.DAYS_A_WEEK));
  }

  private LifetimeValue lifetimeValue(Purchases purchases) {
    double expected = lifetimeValue(buying, amounts, purchases).orElseThrow();
    double[] drawn = drawn(purchases);
    if (drawn.length == 0) {
      return new LifetimeValue(expected, Optional.empty(), Optional.empty());
    }
    Arrays.sort(drawn);
    return new LifetimeValue(
        expected,
        Optional.of(drawn[(int) (TAIL * (drawn.length - 1))]),
        Optional.of(drawn[(int) Math.ceil((1 - TAIL) * (drawn.length - 1))]));
  }

  private double[] drawn(Purchases purchases) {
    List<List<Double>> draws = fitted.draws();
    List<List<Double>> spendDraws = fitted.spendDraws();
    double[] drawn = new double[Math.min(draws.size(), spendDraws.size())];
    for (int i = 0; i < drawn.length; i++) {
      Optional<GammaGamma> spend = Optional.of(FittedModel.amounts(spendDraws.get(i)));
      OptionalDouble value = lifetimeValue(fitted.model(draws.get(i)), spend, purchases);
      if (value.isEmpty()) {
        return new double[0];
      }
      drawn[i] = value.getAsDouble();
    }
    return drawn;
  }

  private OptionalDouble lifetimeValue(
      Buying model, Optional<GammaGamma> spend, Purchases purchases) {
    OptionalDouble each = spend(spend, purchases);
    if (each.isEmpty()) {
      return each;
    }
    double orders =
        model.probabilityAlive(purchases.history())
            * model.discountedIfAlive(
                purchases.repeats(), purchases.ageWeeks(), terms.horizonWeeks(), terms.rate());
    return OptionalDouble.of(terms.margin().doubleValue() * each.getAsDouble() * orders);
  }

  private static OptionalDouble spend(Optional<GammaGamma> amounts, Purchases purchases) {
    return amounts.isEmpty()
        ? OptionalDouble.empty()
        : amounts.get().expected(purchases.amounts(), purchases.meanSpend());
  }

  private static Optional<Double> boxed(OptionalDouble value) {
    return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
  }
}
