package dev.homeport.analytics.value.btyd;

import dev.homeport.analytics.value.btyd.Effort.Deadline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Fits models by maximum likelihood. */
public final class Fitting {
  /** So much better than NBD that drop-out is beyond doubt, and other starts need no trying. */
  private static final double BEYOND_DOUBT = 20;

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
    return best(likelihood, List.of(start), Double.POSITIVE_INFINITY);
  }

  /** r, alpha, a, b of {@link BgNbd}. */
  public Fit bgNbd(Tuples tuples, Fit nbd) {
    return best(
        new Tilted(new BgNbdLikelihood(tuples), 0),
        starts(nbd, new double[] {0.5, 2}, new double[] {0.02, 5}, new double[] {0.01, 100}),
        nbd.logLikelihood() + BEYOND_DOUBT);
  }

  /** r, alpha, s, beta of {@link ParetoNbd}. */
  public Fit paretoNbd(Tuples tuples, Fit nbd) {
    double age = tuples.meanAge() + 1;
    return best(
        new Tilted(new ParetoNbdLikelihood(tuples), 0),
        starts(nbd, new double[] {0.5, age / 2}, new double[] {0.01, age}),
        nbd.logLikelihood() + BEYOND_DOUBT);
  }

  /** p, q, gamma of {@link GammaGamma}. */
  public Fit gammaGamma(Spending spending) {
    double unit = spending.average();
    double[] start = {Math.log(2), Math.log(3), 0};
    var likelihood = new Tilted(new GammaGammaLikelihood(spending, unit), 1);
    return inMoney(best(likelihood, List.of(start), Double.POSITIVE_INFINITY), unit);
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

  /** The highest peak; other starts are not tried after one that is high enough. */
  private Fit best(Tilted likelihood, List<double[]> starts, double enough) {
    Deadline deadline = effort.begin();
    var peaks = new ArrayList<Peak>();
    for (double[] start : starts) {
      Peak peak = Ascent.climb(likelihood, inBox(likelihood.tilt(start)), effort, deadline);
      peaks.add(peak);
      if (peak.reached() && peak.value() > enough) {
        break;
      }
    }
    Peak best = peaks.stream().max(Comparator.comparingDouble(Peak::value)).orElseThrow();
    return fit(likelihood, best, peaks.stream().mapToInt(Peak::evaluations).sum());
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
