package dev.homeport.analytics.rfm;

/** The three scores of a customer, each from 1 (worst) to the number of buckets of its scoring. */
public record Scores(int r, int f, int m) {

  public Scores {
    require(r);
    require(f);
    require(m);
  }

  /** Frequency and monetary value in one: {@code (F + M + 1) div 2}. */
  public int fm() {
    return (f + m + 1) / 2;
  }

  /** The scores as one number from 0 on, that of R moving it most. */
  int cell(int buckets) {
    return ((r - 1) * buckets + f - 1) * buckets + m - 1;
  }

  /** The scores that a number stands for. */
  static Scores ofCell(int cell, int buckets) {
    return new Scores(
        cell / buckets / buckets + 1, cell / buckets % buckets + 1, cell % buckets + 1);
  }

  private static void require(int score) {
    if (score < 1 || score > Scoring.MAX_BUCKETS) {
      throw new IllegalArgumentException(
          "A score lies between 1 and " + Scoring.MAX_BUCKETS + ": " + score);
    }
  }
}
