package dev.homeport.analytics.rfm;

/** The three scores of a customer, each from 1 (worst) to {@value #BEST}. */
public record Scores(int r, int f, int m) {

  /** The best score, and so the number of buckets. */
  public static final int BEST = 5;

  public Scores {
    require(r);
    require(f);
    require(m);
  }

  /** Frequency and monetary value in one: {@code (F + M + 1) div 2}. */
  public int fm() {
    return (f + m + 1) / 2;
  }

  private static void require(int score) {
    if (score < 1 || score > BEST) {
      throw new IllegalArgumentException("A score lies between 1 and " + BEST + ": " + score);
    }
  }
}
