package dev.homeport.local.demo;

import java.time.Instant;
import java.util.List;

/**
 * Two years of a merchant who does not exist. The same seed and end make the same documents.
 *
 * @param end no document is later
 * @param people who bought; some of them are several buyers
 * @param rates exchange rates of the period as CSV, one euro in other currencies
 * @param orders by time; a cancelled order comes twice, as it was and called off
 * @param orderReturns by time of the order
 * @param freeReturns by time of the order
 * @param spend on advertisement
 * @param example somebody worth looking at
 */
public record SimulatedMerchant(
    long seed,
    Instant end,
    int people,
    String rates,
    List<OrderDocument> orders,
    List<OrderReturn> orderReturns,
    List<FreeReturn> freeReturns,
    List<Spend> spend,
    Example example) {

  /** Months that the documents cover. */
  public static final int MONTHS = 24;

  private static final int PEOPLE = 2_000;

  /** Copies the lists. */
  public SimulatedMerchant {
    orders = List.copyOf(orders);
    orderReturns = List.copyOf(orderReturns);
    freeReturns = List.copyOf(freeReturns);
    spend = List.copyOf(spend);
  }

  /**
   * A regular customer, and one of their orders.
   *
   * @param channel where they buy
   * @param buyer the channel's number of them
   * @param order the channel's number of the order
   */
  public record Example(String channel, String buyer, String order) {}

  /** Two thousand people and what they bought in the two years before an end. */
  public static SimulatedMerchant of(long seed, Instant end) {
    return new Simulation(seed, end).run(PEOPLE);
  }
}
