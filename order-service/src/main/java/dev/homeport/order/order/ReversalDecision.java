package dev.homeport.order.order;

/** What it means that a return was a mistake. */
public sealed interface ReversalDecision {
  /** It no longer counts. */
  record Reversed(Order order, LineReturn back) implements ReversalDecision {}

  /** It was reversed before. */
  record Already(Order order, LineReturn back) implements ReversalDecision {}

  /** The order has no such return. */
  record NoSuchReturn() implements ReversalDecision {}
}
