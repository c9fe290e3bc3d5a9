package dev.homeport.analytics.value.btyd;

import dev.homeport.analytics.value.btyd.Effort.Deadline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Fits models by maximum likelihood. */
public final class Fitting {
  /** So much better than NBD that drop-out is beyond doubt, and other starts need no trying. */
  private static final double BEYOND_DOUBT = 20;

  /** Tuples that are enough to show where a peak must be. */
  private static final int PART = 20_000;

  private final Effort effort;

  /** Within limits. */
  public Fitting(Effort effort) {
    this.effort = effort;
  }

  /** r, alpha of {@link Nbd}. */
  public Fit nbd(Tuples tuples) {
    double rate = Math.max(tuples.purchases(), 1) / (tuples.meanAge() * tuples.customers() + 1);
    double[] start = {0, Math.log(1 / rate)};
    var likelihood = new Tilted(new NbdLikelihood(tuples), 0);
    return best(likelihood, List.of(start), Double.POSITIVE_INFINITY, effort.begin());
  }

  /** r, alpha, a, b of {@link BgNbd}. */
  public Fit bgNbd(Tuples tuples, Fit nbd) {
    return best(
        tuples,
        some -> new Tilted(new BgNbdLikelihood(some), 0),
        starts(nbd, new double[] {0.5, 2}, new double[] {0.02, 5}, new double[] {0.01, 100}),
        nbd);
  }

  /** r, alpha, s, beta of {@link ParetoNbd}. */
  public Fit paretoNbd(Tuples tuples, Fit nbd) {
    double age = tuples.meanAge() + 1;
    return best(
        tuples,
        some -> new Tilted(new ParetoNbdLikelihood(some), 0),
        starts(nbd, new double[] {0.5, age / 2}, new double[] {0.01, age}),
        nbd);
  }

  /** p, q, gamma of {@link GammaGamma}. */
  public Fit gammaGamma(Spending spending) {
    double unit = spending.average();
    double[] start = {Math.log(2), Math.log(3), 0};
    var likelihood = new Tilted(new GammaGammaLikelihood(spending, unit), 1);
    return inMoney(
        best(likelihood, List.of(start), Double.POSITIVE_INFINITY, effort.begin()), unit);
  }

  /** From the rates that NBD finds, with several ideas of drop-out. */
  private static List<double[]> starts(Fit nbd, double[]... ideas) {
    return Stream.of(ideas)
        .map(
            idea ->
                new double[] {
                  Math.log(nbd.parameter(0)),
                  Math.log(nbd.parameter(1)),
                  Math.log(idea[0]),
                  Math.log(idea[1])
                })
        .toList();
  }

  /**
   * Of many tuples, a part shows where the peak must be and how it curves there, which leaves few
   * steps to be taken with all of them.
   */
  private Fit best(
      Tuples tuples, Function<Tuples, Tilted> likelihood, List<double[]> starts, Fit nbd) {
    double enough = nbd.logLikelihood() + BEYOND_DOUBT;
    Deadline deadline = effort.begin();
    Tilted whole = likelihood.apply(tuples);
    if (tuples.size() > 2 * PART) {
      Tuples some = tuples.oneIn(tuples.size() / PART);
      double enoughOfThem = value(nbd, some) + BEYOND_DOUBT;
      Peak near = highest(peaks(likelihood.apply(some), starts, enoughOfThem, deadline));
      Peak peak = Ascent.climb(whole, near, effort, deadline);
      if (peak.reached() && peak.value() > enough) {
        return fit(whole, peak, peak.evaluations());
      }
    }
    return best(whole, starts, enough, deadline);
  }

  private static double value(Fit nbd, Tuples tuples) {
    double[] at = nbd.parameters().stream().mapToDouble(Math::log).toArray();
    return new NbdLikelihood(tuples).at(at, new double[at.length]);
  }

  private Fit best(Tilted likelihood, List<double[]> starts, double enough, Deadline deadline) {
    List<Peak> peaks = peaks(likelihood, starts, enough, deadline);
    return fit(likelihood, highest(peaks), peaks.stream().mapToInt(Peak::evaluations).sum());
  }

  /** Other starts are not tried after a peak that is high enough. */
  private List<Peak> peaks(
      Tilted likelihood, List<double[]> starts, double enough, Deadline deadline) {
    var peaks = new ArrayList<Peak>();
    for (double[] start : starts) {
      Peak peak = Ascent.climb(likelihood, inBox(likelihood.tilt(start)), effort, deadline);
      peaks.add(peak);
      if (peak.reached() && peak.value() > enough) {
        break;
      }
    }
    return peaks;
  }

  private static Peak highest(List<Peak> peaks) {
    return peaks.stream().max(Comparator.comparingDouble(Peak::value)).orElseThrow();
  }

  private static double[] inBox(double[] start) {
    double most = Ascent.BORDER - 1;
    return Arrays.stream(start).map(u -> Math.max(-most, Math.min(most, u))).toArray();
  }

  private static Fit fit(Tilted likelihood, Peak peak, int evaluations) {
    double[] parameters = Arrays.stream(likelihood.plain(peak.at())).map(Math::exp).toArray();
    Optional<double[][]> covariance =
        Symmetric.invertNegative(peak.curvature()).map(likelihood::plain);
    return new Fit(
        list(parameters),
        covariance.map(of -> standardErrors(parameters, of)),
        covariance.map(of -> Stream.of(of).map(Fitting::list).toList()),
        peak.value(),
        peak.reached(),
        peak.border(),
        evaluations);
  }

  /** The error of exp(u) is exp(u) times that of u. */
  private static List<Double> standardErrors(double[] parameters, double[][] covariance) {
    double[] errors = new double[parameters.length];
    for (int i = 0; i < errors.length; i++) {
      errors[i] = parameters[i] * Math.sqrt(covariance[i][i]);
    }
    return list(errors);
  }

  private static Fit inMoney(Fit fit, double unit) {
    return new Fit(
        lastTimes(fit.parameters(), unit),
        fit.standardErrors().map(errors -> lastTimes(errors, unit)),
        fit.covariance(),
        fit.logLikelihood(),
        fit.converged(),
        fit.atBorder(),
        fit.evaluations());
  }

  private static List<Double> lastTimes(List<Double> numbers, double unit) {
    var scaled = new ArrayList<>(numbers);
    scaled.set(scaled.size() - 1, scaled.getLast() * unit);
    return scaled;
  }

  private static List<Double> list(double[] numbers) {
    return Arrays.stream(numbers).boxed().toList();
  }
}
