package dev.homeport.analytics.value.btyd;

import java.util.Optional;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;

/** Small symmetric matrices; empty results are of those that do not curve as they should. */
final class Symmetric {
  private static final double ASYMMETRY = 1e-9;

  /** What is flatter than this, in units of observations, is flat. */
  private static final double LEAST_PIVOT = 1e-7;

  private Symmetric() {}

  /** The x of -matrix x = vector, where the matrix curves down in every direction. */
  static Optional<double[]> solveNegative(double[][] matrix, double[] vector) {
    return negativeDefinite(matrix)
        .map(parts -> parts.getSolver().solve(new ArrayRealVector(vector)).toArray());
  }

  /** The inverse of -matrix, where it curves down in every direction. */
  static Optional<double[][]> invertNegative(double[][] matrix) {
    return negativeDefinite(matrix).map(parts -> parts.getSolver().getInverse().getData());
  }

  /** The lower triangle whose product with its transpose is the matrix, if there is one. */
  static Optional<double[][]> root(double[][] matrix) {
    return positiveDefinite(new Array2DRowRealMatrix(matrix), 0)
        .map(parts -> parts.getL().getData());
  }

  private static Optional<CholeskyDecomposition> negativeDefinite(double[][] matrix) {
    return positiveDefinite(new Array2DRowRealMatrix(matrix).scalarMultiply(-1), LEAST_PIVOT);
  }

  private static Optional<CholeskyDecomposition> positiveDefinite(RealMatrix matrix, double least) {
    try {
      return Optional.of(new CholeskyDecomposition(matrix, ASYMMETRY, least));
    } catch (MathIllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
