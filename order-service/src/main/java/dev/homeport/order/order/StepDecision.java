package dev.homeport.order.order;

/** What a call for a step means for an order. */
public sealed interface StepDecision {
  /** Done now. */
  record Done(Order order) implements StepDecision {}

  /** Done before, or where the order is already. */
  record Already(Order order) implements StepDecision {}

  /** Not possible in this state. */
  record Illegal(OrderState state) implements StepDecision {}
}
