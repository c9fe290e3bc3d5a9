package dev.homeport.analytics.value.btyd;

import org.hipparchus.special.Gamma;

/** Of {@link GammaGamma}: p, q, gamma; the last one in units of the average amount. */
final class GammaGammaLikelihood implements Likelihood {
  private final Spending spending;
  private final double unit;
  private final double[] customersBy;
  private final double[] logTotal;
  private final double sumLogMeans;

  /**
   * @param unit what amounts are divided by, so that the scale of a currency does not matter
   */
  GammaGammaLikelihood(Spending spending, double unit) {
    this.spending = spending;
    this.unit = unit;
    this.customersBy = new double[spending.mostPurchases() + 1];
    this.logTotal = new double[spending.size()];
    double logs = 0;
    for (int i = 0; i < spending.size(); i++) {
      customersBy[spending.purchases(i)]++;
      logs += Math.log(spending.mean(i));
      logTotal[i] = Math.log(spending.purchases(i) * (spending.mean(i) / unit));
    }
    sumLogMeans = logs;
  }

  @Override
  public double customers() {
    return spending.size();
  }

  @Override
  public double at(double[] at, double[] gradient) {
    double p = Math.exp(at[0]);
    double q = Math.exp(at[1]);
    double gamma = Math.exp(at[2]);
    double value = -sumLogMeans;
    double byP = 0;
    double byQ = 0;
    double byLogGamma = 0;
    double digammaQ = Gamma.digamma(q);
    for (int x = 1; x < customersBy.length; x++) {
      if (customersBy[x] > 0) {
        double shape = p * x;
        double both = Gamma.digamma(shape + q);
        value += customersBy[x] * (Rising.log(q, shape) - Gamma.logGamma(shape));
        byP += customersBy[x] * x * (both - Gamma.digamma(shape));
        byQ += customersBy[x] * (both - digammaQ);
      }
    }
    for (int i = 0; i < logTotal.length; i++) {
      double shape = p * spending.purchases(i);
      double total = spending.purchases(i) * (spending.mean(i) / unit);
      double more = Math.log1p(total / gamma);
      double part = logTotal[i] - at[2] - more;
      value += shape * part - q * more;
      byP += spending.purchases(i) * part;
      byQ -= more;
      byLogGamma += (q * total - shape * gamma) / (gamma + total);
    }
    gradient[0] = byP * p;
    gradient[1] = byQ * q;
    gradient[2] = byLogGamma;
    return value;
  }
}
