package dev.homeport.order.order;

/** What a cancellation means for an order. */
public sealed interface CancellationDecision {

  /** Called off now. */
  record Done(Order order) implements CancellationDecision {}

  /** It was cancelled already. */
  record Already(Order order) implements CancellationDecision {}

  /** Too late: the goods have arrived. */
  record NotCancellable(OrderState state) implements CancellationDecision {}
}
