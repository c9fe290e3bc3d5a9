package dev.homeport.analytics.value;

import dev.homeport.analytics.value.btyd.Buying;
import dev.homeport.analytics.value.btyd.GammaGamma;
import dev.homeport.analytics.value.btyd.History;
import java.util.Arrays;
import java.util.Optional;

/**
 * Scores many customers at once. Expectations of those who have not dropped out depend on purchases
 * and age alone and are computed once for each pair of them, which makes a million customers a
 * matter of a second.
 */
public final class ScoreTable {
  private static final double[] NONE = {};

  private final FittedModel fitted;
  private final Terms terms;
  private final Buying buying;
  private final Optional<GammaGamma> amounts;

  /** Under a model and terms. */
  public ScoreTable(FittedModel fitted, Terms terms) {
    this.fitted = fitted;
    this.terms = terms;
    this.buying = fitted.model();
    this.amounts = fitted.amounts();
  }

  /** Scores everybody. */
  public CustomerScores score(CustomerColumns customers) {
    int size = customers.size();
    double[] alive = new double[size];
    double[] orders30 = new double[size];
    double[] orders90 = new double[size];
    double[] orders365 = new double[size];
    double[] values = amounts.isPresent() ? new double[size] : NONE;
    double margin = terms.margin().doubleValue();
    var expectations = new Expectations();
    for (int i = 0; i < size; i++) {
      int repeats = customers.repeats(i);
      double[] ifAlive = expectations.of(repeats, customers.age(i));
      double p = alive(customers, i);
      alive[i] = p;
      orders30[i] = p * ifAlive[0];
      orders90[i] = p * ifAlive[1];
      orders365[i] = p * ifAlive[2];
      if (values.length > 0) {
        values[i] = margin * p * ifAlive[3] * spend(repeats, customers.meanSpend(i));
      }
    }
    return new CustomerScores(
        customers,
        fitted.dropOut().identified() ? alive : NONE,
        orders30,
        orders90,
        orders365,
        values);
  }

  private double alive(CustomerColumns customers, int i) {
    return buying.probabilityAlive(
        new History(
            customers.repeats(i),
            customers.recency(i) / Purchases.DAYS_A_WEEK,
            customers.age(i) / Purchases.DAYS_A_WEEK));
  }

  /** Zero where the model of amounts has no mean to give. */
  private double spend(int repeats, double mean) {
    return amounts.orElseThrow().expected(mean > 0 ? repeats : 0, mean).orElse(0);
  }

  /** By age, then by purchases; made when first asked for. */
  private final class Expectations {
    private double[][][] byAge = new double[1_024][][];

    private double[] of(int repeats, int age) {
      if (age >= byAge.length) {
        byAge = Arrays.copyOf(byAge, Math.max(age + 1, byAge.length * 2));
      }
      double[][] byRepeats = byAge[age];
      if (byRepeats == null || repeats >= byRepeats.length) {
        byRepeats =
            byRepeats == null
                ? new double[repeats + 4][]
                : Arrays.copyOf(byRepeats, Math.max(repeats + 1, byRepeats.length * 2));
        byAge[age] = byRepeats;
      }
      double[] found = byRepeats[repeats];
      if (found == null) {
        found = ifAlive(repeats, age / Purchases.DAYS_A_WEEK);
        byRepeats[repeats] = found;
      }
      return found;
    }

    private double[] ifAlive(int repeats, double age) {
      return new double[] {
        buying.expectedIfAlive(repeats, age, 30 / Purchases.DAYS_A_WEEK),
        buying.expectedIfAlive(repeats, age, 90 / Purchases.DAYS_A_WEEK),
        buying.expectedIfAlive(repeats, age, 365 / Purchases.DAYS_A_WEEK),
        amounts.isEmpty()
            ? 0
            : buying.discountedIfAlive(repeats, age, terms.horizonWeeks(), terms.rate())
      };
    }
  }
}
