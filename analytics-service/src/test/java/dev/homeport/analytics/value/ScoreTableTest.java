package dev.homeport.analytics.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.homeport.analytics.value.ModelFitting.Fitted;
import dev.homeport.analytics.value.ModelFitting.TooFew;
import dev.homeport.analytics.value.btyd.BgNbd;
import dev.homeport.analytics.value.btyd.Effort;
import dev.homeport.analytics.value.btyd.GammaGamma;
import dev.homeport.analytics.value.btyd.ParetoNbd;
import dev.homeport.analytics.value.btyd.Simulated;
import dev.homeport.analytics.value.btyd.Spending;
import dev.homeport.analytics.value.btyd.Tuples;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Many customers at once get what each of them gets alone, and a summary is the sum of them. */
class ScoreTableTest {
  private static final long SEED = 2_013;
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
  private static final Terms TERMS = new Terms(new BigDecimal("0.4"), new BigDecimal("0.1"), 1_095);
  private static final ModelFitting FITTING = new ModelFitting(Effort.USUAL);

  @Test
  void of_bg_nbd() {
    Tuples tuples = new Simulated(SEED).bgNbd(new BgNbd(.8, 20, .8, 2.5), 3_000, 700).grouped();
    check(fitted(ModelKind.BG_NBD, tuples));
  }

  @Test
  void of_pareto_nbd() {
    Tuples tuples =
        new Simulated(SEED).paretoNbd(new ParetoNbd(.8, 20, .7, 25), 3_000, 700).grouped();
    check(fitted(ModelKind.PARETO_NBD, tuples));
  }

  /** Nobody ever drops out: what is to come goes on, and nothing is said of who is there. */
  @Test
  void of_customers_who_never_drop_out() {
    Tuples tuples = new Simulated(SEED).bgNbd(new BgNbd(.8, 20, .01, 1e5), 3_000, 700).grouped();

    FittedModel model = fitted(ModelKind.BG_NBD, tuples);

    assertThat(model.dropOut().identified()).isFalse();
    check(model);
  }

  @Test
  void too_few_customers_are_not_fitted_to() {
    var builder = new Tuples.Builder();
    for (int i = 0; i < 60; i++) {
      builder.add(i < 9 ? 1 : 0, i < 9 ? 10 : 0, 100);
    }

    assertThat(FITTING.fit(ModelKind.BG_NBD, observations(builder.grouped(), spending())))
        .isEqualTo(new TooFew(60, 9));
  }

  @Test
  void without_amounts_there_are_no_values_of_money() {
    Tuples tuples = new Simulated(SEED).bgNbd(new BgNbd(.8, 20, .8, 2.5), 500, 700).grouped();
    var fit =
        (Fitted)
            FITTING.fit(ModelKind.BG_NBD, observations(tuples, new Spending.Builder().build()));

    CustomerValue value =
        new Valuation(fit.model(), TERMS).of(new Purchases(3, 50, 100, 20), TODAY);

    assertThat(value.spend()).isEmpty();
    assertThat(value.lifetimeValue()).isEmpty();
    assertThat(new ScoreTable(fit.model(), TERMS).score(customers()).lifetimeValue(0)).isEmpty();
  }

  private static void check(FittedModel model) {
    CustomerColumns customers = customers();
    var valuation = new Valuation(model, TERMS);
    CustomerScores scores = new ScoreTable(model, TERMS).score(customers);
    double total = 0;
    for (int i = 0; i < customers.size(); i++) {
      CustomerValue alone =
          valuation.of(
              new Purchases(
                  customers.repeats(i),
                  customers.recency(i),
                  customers.age(i),
                  customers.meanSpend(i)),
              TODAY);
      String what = "seed %d, customer %d: %s".formatted(SEED, i, alone);
      var lifetime = alone.lifetimeValue().orElseThrow();
      same(what, scores.orders30(i), alone.orders30());
      same(what, scores.orders90(i), alone.orders90());
      same(what, scores.orders365(i), alone.orders365());
      same(what, scores.lifetimeValue(i).orElseThrow(), lifetime.expected());
      assertThat(scores.probabilityAlive(i).isPresent()).isEqualTo(model.dropOut().identified());
      if (model.dropOut().identified()) {
        same(
            what, scores.probabilityAlive(i).orElseThrow(), alone.probabilityAlive().orElseThrow());
      }
      assertThat(lifetime.low().orElseThrow())
          .as(what)
          .isLessThanOrEqualTo(lifetime.high().orElseThrow());
      alone
          .next()
          .ifPresent(
              next -> {
                assertThat(next.probability()).as(what).isBetween(0.0, 1.0);
                assertThat(next.earliest())
                    .as(what)
                    .isAfter(TODAY)
                    .isBeforeOrEqualTo(next.expected());
                assertThat(next.expected()).as(what).isBeforeOrEqualTo(next.latest());
              });
      total += lifetime.expected();
    }
    Summary summary = Summary.of(scores, TODAY);
    assertThat(summary.customers()).isEqualTo(customers.size());
    assertThat(summary.value().orElseThrow().total()).isCloseTo(total, within(1e-9 * total));
    assertThat(summary.value().orElseThrow().quantiles()).hasSize(11).isSorted();
    assertThat(summary.aliveByTenth().stream().mapToLong(n -> n).sum())
        .isEqualTo(model.dropOut().identified() ? customers.size() : 0);
  }

  private static void same(String what, double actual, double expected) {
    assertThat(actual).as(what).isCloseTo(expected, within(1e-12 * Math.abs(expected)));
  }

  private static FittedModel fitted(ModelKind kind, Tuples tuples) {
    return ((Fitted) FITTING.fit(kind, observations(tuples, spending()))).model();
  }

  private static Spending spending() {
    return new Simulated(SEED).spending(new GammaGamma(6, 4, 15), 500);
  }

  private static Observations observations(Tuples tuples, Spending spending) {
    return new Observations(TODAY.minusDays(700), TODAY, tuples, spending, Optional.empty());
  }

  private static CustomerColumns customers() {
    var random = new Random(SEED);
    var customers = new CustomerColumns.Builder();
    for (int i = 0; i < 300; i++) {
      int age = i == 0 ? 0 : random.nextInt(1_500);
      int repeats = age == 0 || random.nextInt(3) == 0 ? 0 : random.nextInt(1 + age / 40);
      int recency = repeats == 0 ? 0 : Math.max(repeats, random.nextInt(age));
      customers.add(
          new UUID(random.nextLong(), random.nextLong()),
          new Purchases(repeats, recency, age, repeats == 0 ? 0 : 90 * random.nextDouble() - 5));
    }
    return customers.build();
  }
}
