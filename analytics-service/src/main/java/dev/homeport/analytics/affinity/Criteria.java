package dev.homeport.analytics.affinity;

/**
 * When two products are said to go together.
 *
 * @param leastCases how often it must have happened at the least
 * @param leastShare in what share of all cases
 * @param level the share of false ones among those that are said to, at which the procedure of
 *     Benjamini and Hochberg holds
 * @param kept how many others are kept of each product
 * @param widest orders and customers with more different products are left out
 */
public record Criteria(int leastCases, double leastShare, double level, int kept, int widest) {

  /** How often it must have happened among so many cases. */
  public int minimum(int cases) {
    return Math.max(leastCases, (int) Math.ceil(leastShare * cases));
  }
}
