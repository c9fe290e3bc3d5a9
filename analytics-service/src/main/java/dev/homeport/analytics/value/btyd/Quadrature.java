package dev.homeport.analytics.value.btyd;

import java.util.function.DoubleUnaryOperator;

/** Gauss-Legendre quadrature on panels that are short beside what bends the integrand. */
final class Quadrature {
  static final int NODES = 16;
  private static final double PANEL = 1.5;
  private static final double STEEPEST = 8;
  private static final double[] AT = new double[NODES];
  private static final double[] WEIGHT = new double[NODES];

  static {
    for (int i = 0; i < NODES; i++) {
      double x = Math.cos(Math.PI * (NODES - i - 0.25) / (NODES + 0.5));
      double slope = 1;
      for (int round = 0; round < 20; round++) {
        double before = 1;
        double value = x;
        for (int n = 2; n <= NODES; n++) {
          double next = ((2 * n - 1) * x * value - (n - 1) * before) / n;
          before = value;
          value = next;
        }
        slope = NODES * (x * value - before) / (x * x - 1);
        x -= value / slope;
      }
      AT[i] = x;
      WEIGHT[i] = 2 / ((1 - x * x) * slope * slope);
    }
  }

  private Quadrature() {}

  /** The i-th node of [-1, 1]. */
  static double node(int i) {
    return AT[i];
  }

  static double weight(int i) {
    return WEIGHT[i];
  }

  /**
   * The integral from 0 to a time, over ln(bend + u): for what changes on a scale of bend + u, and
   * falls no faster than exp(-rate u).
   */
  static double overTime(DoubleUnaryOperator f, double time, double bend, double rate) {
    double sum = 0;
    double from = 0;
    while (from < time) {
      double step = Math.expm1(PANEL) * (bend + from);
      if (rate > 0) {
        step = Math.min(step, STEEPEST / rate);
      }
      double to = time - from <= step ? time : from + step;
      sum += panel(f, from, to, bend);
      from = to;
    }
    return sum;
  }

  private static double panel(DoubleUnaryOperator f, double from, double to, double bend) {
    double half = Math.log1p((to - from) / (bend + from)) / 2;
    double sum = 0;
    for (int i = 0; i < NODES; i++) {
      double past = (bend + from) * Math.expm1(half * (1 + AT[i]));
      double u = from + past;
      sum += WEIGHT[i] * (bend + u) * f.applyAsDouble(u);
    }
    return half * sum;
  }
}
