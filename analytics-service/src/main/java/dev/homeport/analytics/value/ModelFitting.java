package dev.homeport.analytics.value;

import dev.homeport.analytics.value.btyd.Draws;
import dev.homeport.analytics.value.btyd.Effort;
import dev.homeport.analytics.value.btyd.Fit;
import dev.homeport.analytics.value.btyd.Fitting;
import dev.homeport.analytics.value.btyd.Spending;
import dev.homeport.analytics.value.btyd.Tuples;
import java.util.List;
import java.util.Optional;

/** Fits a model of a kind to what was observed. */
public final class ModelFitting {
  /** Customers below which nothing is fitted. */
  public static final int LEAST_CUSTOMERS = 50;

  /** Customers with a repeat purchase below which nothing is fitted. */
  public static final int LEAST_REPEATERS = 10;

  /** The 95 % quantile of chi-squared with two degrees of freedom: what two parameters may gain. */
  private static final double LEAST_GAIN = 5.991;

  /** A chance of drop-out after a purchase, or in a week, that is as good as none. */
  private static final double VANISHING = 1e-5;

  private static final int DRAWS = 200;
  private static final long SEED = 20_050_501;

  private final Fitting fitting;

  /** Within limits. */
  public ModelFitting(Effort effort) {
    this.fitting = new Fitting(effort);
  }

  /** What came of it. */
  public sealed interface Outcome {}

  /**
   * A model.
   *
   * @param backtest where something was held back
   */
  public record Fitted(FittedModel model, Optional<Backtest> backtest) implements Outcome {}

  /** Nothing can be said of so few. */
  public record TooFew(long customers, long repeaters) implements Outcome {}

  /** The search for the most likely parameters ended by its limits. */
  public record NotConverged() implements Outcome {}

  /** Fits. */
  public Outcome fit(ModelKind kind, Observations seen) {
    Tuples tuples = seen.tuples();
    if (tuples.customers() < LEAST_CUSTOMERS || tuples.repeaters() < LEAST_REPEATERS) {
      return new TooFew(tuples.customers(), tuples.repeaters());
    }
    Fit nbd = fitting.nbd(tuples);
    Fit buying =
        switch (kind) {
          case BG_NBD -> fitting.bgNbd(tuples, nbd);
          case PARETO_NBD -> fitting.paretoNbd(tuples, nbd);
        };
    if (!nbd.converged() || !buying.converged()) {
      return new NotConverged();
    }
    FittedModel model = model(kind, seen, buying, nbd);
    return new Fitted(model, seen.later().map(later -> Backtest.of(seen, later, model.model())));
  }

  private FittedModel model(ModelKind kind, Observations seen, Fit buying, Fit nbd) {
    Tuples tuples = seen.tuples();
    Spending spending = seen.spending();
    DropOut dropOut = dropOut(buying, nbd);
    Optional<Fit> spend =
        Optional.of(spending)
            .filter(enough -> enough.size() >= LEAST_REPEATERS)
            .map(fitting::gammaGamma)
            .filter(Fit::converged);
    return new FittedModel(
        kind,
        new FittedModel.Data(
            tuples.customers(), tuples.repeaters(), tuples.purchases(), spending.size()),
        buying,
        nbd,
        dropOut,
        spend,
        spend.map(_ -> spending.correlation()),
        Draws.of(dropOut.identified() ? buying : nbd, DRAWS, SEED, _ -> true),
        spend.map(ModelFitting::spendDraws).orElse(List.of()));
  }

  /** Amounts of somebody unknown have a mean only where q is above one. */
  private static List<List<Double>> spendDraws(Fit spend) {
    double least = spend.parameters().get(1) > 1 ? 1 : 0;
    return Draws.of(spend, DRAWS, SEED + 1, drawn -> drawn.get(1) > least);
  }

  static DropOut dropOut(Fit buying, Fit nbd) {
    if (2 * (buying.logLikelihood() - nbd.logLikelihood()) < LEAST_GAIN) {
      return DropOut.NO_BETTER_THAN_NBD;
    }
    return buying.parameters().get(2) / buying.parameters().get(3) < VANISHING
        ? DropOut.AT_THE_BORDER
        : DropOut.IDENTIFIED;
  }
}
