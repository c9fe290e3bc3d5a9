package dev.homeport.analytics.affinity;

/**
 * A product that goes with another one.
 *
 * @param sku of it
 * @param both cases with both
 * @param support cases with it
 * @param p how likely that many are by chance (Fisher, one-sided)
 * @param adjusted the same for as many tests as there were (Benjamini and Hochberg)
 */
public record Affinity(String sku, int both, int support, double p, double adjusted) {

  /**
   * How many times as often it was bought by those who bought the other one.
   *
   * @param supportOfOther cases with the other one
   * @param cases all of them
   */
  public double lift(int supportOfOther, int cases) {
    return (double) both * cases / ((double) supportOfOther * support);
  }
}
