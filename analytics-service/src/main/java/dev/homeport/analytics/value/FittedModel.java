package dev.homeport.analytics.value;

import dev.homeport.analytics.value.btyd.BgNbd;
import dev.homeport.analytics.value.btyd.Buying;
import dev.homeport.analytics.value.btyd.Fit;
import dev.homeport.analytics.value.btyd.GammaGamma;
import dev.homeport.analytics.value.btyd.Nbd;
import dev.homeport.analytics.value.btyd.ParetoNbd;
import java.util.List;
import java.util.Optional;

/**
 * A model with its estimates.
 *
 * @param data what it was fitted to
 * @param buying the fit of the kind
 * @param nbd the fit without drop-out, on the same data
 * @param dropOut whether the data tells drop-out from slow buying
 * @param spend the fit of amounts; empty where there are too few
 * @param spendCorrelation of purchases and amounts, which the model of amounts takes to be none
 * @param draws of the parameters in use, from their asymptotic distribution
 * @param spendDraws of the parameters of amounts; empty, or as many
 */
public record FittedModel(
    ModelKind kind,
    Data data,
    Fit buying,
    Fit nbd,
    DropOut dropOut,
    Optional<Fit> spend,
    Optional<Double> spendCorrelation,
    List<List<Double>> draws,
    List<List<Double>> spendDraws) {

  /**
   * Sizes of what was fitted to.
   *
   * @param repeaters customers with a repeat purchase
   * @param purchases repeat purchases
   * @param spenders customers whose amounts were fitted to
   */
  public record Data(long customers, long repeaters, long purchases, long spenders) {}

  public FittedModel {
    draws = List.copyOf(draws);
    spendDraws = List.copyOf(spendDraws);
  }

  /** The fit that says what is to come: without drop-out, where that is not identified. */
  public Fit inUse() {
    return dropOut.identified() ? buying : nbd;
  }

  Buying model() {
    return model(inUse().parameters());
  }

  Buying model(List<Double> p) {
    if (!dropOut.identified()) {
      return new Nbd(p.get(0), p.get(1));
    }
    return switch (kind) {
      case BG_NBD -> new BgNbd(p.get(0), p.get(1), p.get(2), p.get(3));
      case PARETO_NBD -> new ParetoNbd(p.get(0), p.get(1), p.get(2), p.get(3));
    };
  }

  Optional<GammaGamma> amounts() {
    return spend.map(fit -> amounts(fit.parameters()));
  }

  static GammaGamma amounts(List<Double> p) {
    return new GammaGamma(p.get(0), p.get(1), p.get(2));
  }
}
