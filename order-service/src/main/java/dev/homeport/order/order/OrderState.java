package dev.homeport.order.order;

import java.util.ArrayList;
import java.util.List;

/**
 * Where an order stands. What may happen next is what the type offers: a step is legal where the
 * state is of the step's type.
 */
public sealed interface OrderState {
  OrderStatus status();

  /** A state before the money has come. */
  sealed interface Payable extends OrderState {}

  /** A state before the goods were sent. */
  sealed interface Shippable extends OrderState {}

  /**
   * A state before the goods have arrived: they still can, also where nobody said they were sent.
   */
  sealed interface Deliverable extends OrderState {}

  /** A state before the goods have arrived. */
  sealed interface Cancellable extends OrderState {}

  /** A state in which the buyer has paid for goods and may give them back. */
  sealed interface Returnable extends OrderState {}

  /** Ordered, not yet paid. */
  record Placed() implements Payable, Shippable, Deliverable, Cancellable {
    @Override
    public OrderStatus status() {
      return OrderStatus.PLACED;
    }
  }

  /** Paid, not yet sent. */
  record Paid() implements Shippable, Deliverable, Cancellable, Returnable {
    @Override
    public OrderStatus status() {
      return OrderStatus.PAID;
    }
  }

  /** On its way. */
  record Shipped() implements Deliverable, Cancellable, Returnable {
    @Override
    public OrderStatus status() {
      return OrderStatus.SHIPPED;
    }
  }

  /** Arrived. */
  record Delivered() implements Returnable {
    @Override
    public OrderStatus status() {
      return OrderStatus.DELIVERED;
    }
  }

  /** Called off. Nothing follows. */
  record Cancelled() implements OrderState {
    @Override
    public OrderStatus status() {
      return OrderStatus.CANCELLED;
    }
  }

  /** Whether a step is legal from here. */
  default boolean allows(StepKind step) {
    return switch (step) {
      case PAYMENT -> this instanceof Payable;
      case SHIPMENT -> this instanceof Shippable;
      case DELIVERY -> this instanceof Deliverable;
      case CANCELLATION -> this instanceof Cancellable;
    };
  }

  /** What is possible from here, as callers name it. */
  default List<String> allowed() {
    var allowed = new ArrayList<String>();
    for (StepKind step : StepKind.values()) {
      if (allows(step)) {
        allowed.add(step.code());
      }
    }
    if (this instanceof Returnable) {
      allowed.add("return");
    }
    return List.copyOf(allowed);
  }

  static OrderState of(OrderStatus status) {
    return switch (status) {
      case PLACED -> new Placed();
      case PAID -> new Paid();
      case SHIPPED -> new Shipped();
      case DELIVERED -> new Delivered();
      case CANCELLED -> new Cancelled();
    };
  }
}
