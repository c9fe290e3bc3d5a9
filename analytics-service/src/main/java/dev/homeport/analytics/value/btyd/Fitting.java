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
    return fit(Ascent.climb(new NbdLikelihood(tuples), inBox(start), effort, effort.begin()), 1);
  }

  /** r, alpha, a, b of {@link BgNbd}. */
  public Fit bgNbd(Tuples tuples, Fit nbd) {
    return best(
        new BgNbdLikelihood(tuples),
        nbd,
        List.of(new double[] {0.5, 2}, new double[] {0.02, 5}, new double[] {0.01, 100}));
  }

  /** r, alpha, s, beta of {@link ParetoNbd}. */
  public Fit paretoNbd(Tuples tuples, Fit nbd) {
    double age = tuples.meanAge() + 1;
    return best(
        new ParetoNbdLikelihood(tuples),
        nbd,
        List.of(new double[] {0.5, age / 2}, new double[] {0.01, age}));
  }

  /** p, q, gamma of {@link GammaGamma}. */
  public Fit gammaGamma(Spending spending) {
    double unit = spending.average();
    double[] start = {Math.log(2), Math.log(3), 0};
    var likelihood = new GammaGammaLikelihood(spending, unit);
    Fit fit = fit(Ascent.climb(likelihood, start, effort, effort.begin()), 1);
    return inMoney(fit, unit);
  }

  /** From the rates that NBD finds, with several ideas of drop-out. */
  private Fit best(Likelihood likelihood, Fit nbd, List<double[]> ideas) {
    Deadline deadline = effort.begin();
    var peaks = new ArrayList<Peak>();
    for (double[] idea : ideas) {
      double[] start = {
        Math.log(nbd.parameter(0)), Math.log(nbd.parameter(1)), Math.log(idea[0]), Math.log(idea[1])
      };
      Peak peak = Ascent.climb(likelihood, inBox(start), effort, deadline);
      peaks.add(peak);
      if (peak.reached() && peak.value() - nbd.logLikelihood() > BEYOND_DOUBT) {
        break;
      }
    }
    Peak best = peaks.stream().max(Comparator.comparingDouble(Peak::value)).orElseThrow();
    return fit(best, peaks.stream().mapToInt(Peak::evaluations).sum());
  }

  private static double[] inBox(double[] start) {
    double most = Ascent.BORDER - 1;
    return Arrays.stream(start).map(u -> Math.max(-most, Math.min(most, u))).toArray();
  }

  private static Fit fit(Peak peak, int evaluations) {
    double[] parameters = Arrays.stream(peak.at()).map(Math::exp).toArray();
    Optional<double[][]> covariance = Symmetric.invertNegative(peak.curvature());
    return new Fit(
        list(parameters),
        covariance.map(of -> standardErrors(parameters, of)),
        covariance.map(of -> Stream.of(of).map(Fitting::list).toList()),
        peak.value(),
        peak.reached(),
        peak.border(),
        Math.max(evaluations, peak.evaluations()));
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
