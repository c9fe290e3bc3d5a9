package dev.homeport.order.publication;

import dev.homeport.order.contract.BuyerSeen;
import dev.homeport.order.contract.OrderChange;
import dev.homeport.order.contract.ReturnChange;
import dev.homeport.order.order.Order;
import dev.homeport.order.returns.FreeReturn;

/** Something that others are to hear of. */
public sealed interface Announcement {

  /** An order stands differently. */
  record OrderStands(Order order, OrderChange change) implements Announcement {}

  /**
   * An order turned out to be another buyer's.
   *
   * @param before as it stood for the buyer who loses it
   * @param revision below that of the order as it now stands, and above that of before
   */
  record OrderLeft(Order before, long revision) implements Announcement {}

  /** A free return stands differently. */
  record ReturnStands(FreeReturn back, ReturnChange change) implements Announcement {}

  /** A document named its buyer. */
  record BuyerNamed(BuyerSeen buyer) implements Announcement {}
}
