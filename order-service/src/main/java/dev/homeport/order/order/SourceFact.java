package dev.homeport.order.order;

/**
 * Something that a source tells about an order by the order's natural key, with the time at which
 * it happened there. It is never refused for coming late, early or twice: told before its order it
 * waits, and what the order's state does not allow has no effect until it does.
 */
public sealed interface SourceFact {
  /** A payment, shipment, delivery or cancellation. */
  record Stepped(Step step) implements SourceFact {}

  /** Goods of the order came back. */
  record Returned(LineReturn back) implements SourceFact {}
}
