package dev.homeport.analytics.value.btyd;

import dev.homeport.analytics.value.btyd.Effort.Deadline;
import java.util.Arrays;

/**
 * Finds the maximum of a likelihood over logarithms of parameters within a box: a quasi-Newton
 * method (BFGS, backtracking) until it is near, then Newton steps with second derivatives taken
 * from differences of the gradient. Values are taken per customer, so that what is small does not
 * depend on how many there are.
 */
final class Ascent {
  /** Beyond this a parameter is as good as zero or infinite. */
  static final double BORDER = 12;

  private static final double LONGEST = 2;
  private static final double NEAR = 1e-7;
  private static final double ENOUGH = 1e-4;
  private static final double DIFFERENCE = 2e-5;
  private static final double FAR = 1e-3;
  private static final double TINY = 1e-12;
  private static final double MOST_DAMPING = 1e6;
  private static final int ROUNDS = 40;

  private final Likelihood likelihood;
  private final Effort effort;
  private final Deadline deadline;
  private final int size;
  private int evaluations;
  private double[] at;
  private double value;
  private double[] gradient;

  private Ascent(Likelihood likelihood, double[] start, Effort effort, Deadline deadline) {
    this.likelihood = likelihood;
    this.effort = effort;
    this.deadline = deadline;
    this.size = start.length;
    this.at = start.clone();
    this.gradient = new double[size];
    this.value = evaluate(at, gradient);
  }

  static Peak climb(Likelihood likelihood, double[] start, Effort effort, Deadline deadline) {
    var ascent = new Ascent(likelihood, start, effort, deadline);
    ascent.quasiNewton(ascent.scaled(1 / Math.max(1, ascent.steepness())));
    return ascent.end();
  }

  /** From the peak of a likelihood that is much the same. */
  static Peak climb(Likelihood likelihood, Peak near, Effort effort, Deadline deadline) {
    var ascent = new Ascent(likelihood, near.at(), effort, deadline);
    ascent.quasiNewton(
        Symmetric.invertNegative(near.curvature())
            .map(inverse -> times(inverse, near.customers()))
            .orElseGet(() -> ascent.scaled(1)));
    return ascent.end();
  }

  private Peak end() {
    double[][] curvature = newton();
    return peak(curvature);
  }

  private double evaluate(double[] point, double[] slope) {
    evaluations++;
    double all = likelihood.at(point, slope) / likelihood.customers();
    for (int i = 0; i < slope.length; i++) {
      slope[i] /= likelihood.customers();
    }
    return all;
  }

  private boolean goesOn() {
    return evaluations < effort.evaluations() && !deadline.passed();
  }

  private void quasiNewton(double[][] guess) {
    double[][] inverse = guess;
    boolean fresh = true;
    while (steepness() > NEAR && goesOn()) {
      double[] direction = direction(inverse);
      double slope = dot(direction, gradient);
      if (slope <= 0) {
        inverse = scaled(1);
        direction = direction(inverse);
        slope = dot(direction, gradient);
      }
      double[] before = at.clone();
      double[] slopes = gradient.clone();
      if (!step(direction, slope)) {
        if (fresh) {
          return;
        }
        inverse = scaled(1);
        fresh = true;
        continue;
      }
      fresh = !learn(inverse, minus(at, before), minus(slopes, gradient));
    }
  }

  /** The step that the curvature so far suggests, without what would lead out of the box. */
  private double[] direction(double[][] inverse) {
    double[] direction = new double[size];
    double longest = 0;
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        direction[i] += blocked(i) || blocked(j) ? 0 : inverse[i][j] * gradient[j];
      }
      longest = Math.max(longest, Math.abs(direction[i]));
    }
    if (longest > LONGEST) {
      for (int i = 0; i < size; i++) {
        direction[i] *= LONGEST / longest;
      }
    }
    return direction;
  }

  private boolean blocked(int i) {
    return Math.abs(at[i]) >= BORDER && gradient[i] * at[i] > 0;
  }

  /** Goes along a direction as far as it pays; false when it does not. */
  private boolean step(double[] direction, double slope) {
    double[] next = new double[size];
    double[] slopes = new double[size];
    for (double length = 1; length > TINY && goesOn(); length /= 3) {
      for (int i = 0; i < size; i++) {
        next[i] = clamp(at[i] + length * direction[i]);
      }
      double reached = evaluate(next, slopes);
      if (reached > value && reached >= value + ENOUGH * length * slope) {
        at = next;
        value = reached;
        gradient = slopes;
        return true;
      }
    }
    return false;
  }

  /** The BFGS update of the inverse; false when the curvature seen is of the wrong sign. */
  private boolean learn(double[][] inverse, double[] moved, double[] turned) {
    double curve = dot(moved, turned);
    if (curve <= TINY * Math.sqrt(dot(moved, moved) * dot(turned, turned))) {
      return false;
    }
    double[] product = new double[size];
    for (int i = 0; i < size; i++) {
      product[i] = dot(inverse[i], turned);
    }
    double factor = (1 + dot(turned, product) / curve) / curve;
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        inverse[i][j] +=
            factor * moved[i] * moved[j] - (product[i] * moved[j] + moved[i] * product[j]) / curve;
      }
    }
    return true;
  }

  /** Newton steps, damped where they do not pay; returns the curvature in the end. */
  private double[][] newton() {
    double[][] curvature = curvature();
    double damping = 0;
    for (int round = 0; round < ROUNDS && steepness() > ENOUGH * NEAR && goesOn(); round++) {
      double[] step = newtonStep(curvature, damping);
      double length = longest(step);
      if (length > 0 && length <= LONGEST && pays(step)) {
        damping = damping < ENOUGH ? 0 : damping / 10;
        curvature = length > FAR ? curvature() : curvature;
      } else if (length > 0 && length < TINY || damping > MOST_DAMPING) {
        break;
      } else {
        damping = Math.max(ENOUGH, 10 * damping);
      }
    }
    return curvature;
  }

  /** Takes a step if it leads up, or, where rounding hides that, to where it is flatter. */
  private boolean pays(double[] step) {
    double[] next = new double[size];
    double[] slopes = new double[size];
    for (int i = 0; i < size; i++) {
      next[i] = clamp(at[i] + step[i]);
    }
    double reached = evaluate(next, slopes);
    double before = steepness();
    double[] old = at;
    double[] oldSlopes = gradient;
    at = next;
    gradient = slopes;
    if (reached > value + TINY || (reached > value - TINY && steepness() < before)) {
      value = reached;
      return true;
    }
    at = old;
    gradient = oldSlopes;
    return false;
  }

  /** No step where the curvature does not lead to a maximum. */
  private double[] newtonStep(double[][] curvature, double damping) {
    double[] slopes = new double[size];
    double[][] matrix = new double[size][size];
    for (int i = 0; i < size; i++) {
      slopes[i] = blocked(i) ? 0 : gradient[i] * likelihood.customers();
      for (int j = 0; j < size; j++) {
        matrix[i][j] = blocked(i) || blocked(j) ? 0 : curvature[i][j];
      }
      matrix[i][i] -= blocked(i) ? 1 : damping * Math.max(1, Math.abs(curvature[i][i]));
    }
    return Symmetric.solveNegative(matrix, slopes).orElseGet(() -> new double[size]);
  }

  private static double longest(double[] step) {
    double longest = 0;
    for (double part : step) {
      longest = Math.max(longest, Math.abs(part));
    }
    return longest;
  }

  /** Second derivatives of the whole likelihood, from differences of the gradient. */
  private double[][] curvature() {
    double[][] curvature = new double[size][size];
    for (int i = 0; i < size; i++) {
      double[] beyond = new double[size];
      double[] point = at.clone();
      point[i] += DIFFERENCE;
      evaluate(point, beyond);
      for (int j = 0; j < size; j++) {
        double second = (beyond[j] - gradient[j]) / DIFFERENCE * likelihood.customers();
        curvature[i][j] += second / 2;
        curvature[j][i] += second / 2;
      }
    }
    return curvature;
  }

  private Peak peak(double[][] curvature) {
    boolean border = Arrays.stream(at).anyMatch(u -> Math.abs(u) >= BORDER);
    return new Peak(
        at,
        value * likelihood.customers(),
        steepness(),
        left(curvature),
        curvature,
        likelihood.customers(),
        border,
        evaluations);
  }

  /** How much more a quadratic function with this curvature would reach. */
  private double left(double[][] curvature) {
    return dot(newtonStep(curvature, ENOUGH), gradient) * likelihood.customers() / 2;
  }

  private double steepness() {
    double steepness = 0;
    for (int i = 0; i < size; i++) {
      steepness = blocked(i) ? steepness : Math.max(steepness, Math.abs(gradient[i]));
    }
    return steepness;
  }

  private static double clamp(double u) {
    return Math.max(-BORDER, Math.min(BORDER, u));
  }

  private double[][] scaled(double factor) {
    double[][] matrix = new double[size][size];
    for (int i = 0; i < size; i++) {
      matrix[i][i] = factor;
    }
    return matrix;
  }

  private static double[][] times(double[][] matrix, double factor) {
    double[][] product = new double[matrix.length][];
    for (int i = 0; i < matrix.length; i++) {
      product[i] = Arrays.stream(matrix[i]).map(value -> value * factor).toArray();
    }
    return product;
  }

  private static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }

  private static double[] minus(double[] x, double[] y) {
    double[] difference = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      difference[i] = x[i] - y[i];
    }
    return difference;
  }
}
