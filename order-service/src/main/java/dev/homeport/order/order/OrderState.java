package dev.homeport.order.order;

import java.util.List;

/**
 * Where an order stands. What may happen next is what the type offers: only some states can be
 * cancelled, and only some take returns.
 */
public sealed interface OrderState {

  OrderStatus status();

  /** The steps that are possible from here, as callers name them. */
  List<String> allowed();

  /** A state before the goods have arrived. */
  sealed interface Cancellable extends OrderState {}

  /** A state in which the buyer has paid for goods and may give them back. */
  sealed interface Returnable extends OrderState {}

  /** Ordered, not yet paid. */
  record Placed() implements Cancellable {
    @Override
    public OrderStatus status() {
      return OrderStatus.PLACED;
    }

    @Override
    public List<String> allowed() {
      return List.of("payment", "shipment", "delivery", "cancellation");
    }
  }

  /** Paid, not yet sent. */
  record Paid() implements Cancellable, Returnable {
    @Override
    public OrderStatus status() {
      return OrderStatus.PAID;
    }

    @Override
    public List<String> allowed() {
      return List.of("shipment", "delivery", "cancellation", "return");
    }
  }

  /** On its way. */
  record Shipped() implements Cancellable, Returnable {
    @Override
    public OrderStatus status() {
      return OrderStatus.SHIPPED;
    }

    @Override
    public List<String> allowed() {
      return List.of("delivery", "cancellation", "return");
    }
  }

  /** Arrived. */
  record Delivered() implements Returnable {
    @Override
    public OrderStatus status() {
      return OrderStatus.DELIVERED;
    }

    @Override
    public List<String> allowed() {
      return List.of("return");
    }
  }

  /** Called off. Nothing follows. */
  record Cancelled() implements OrderState {
    @Override
    public OrderStatus status() {
      return OrderStatus.CANCELLED;
    }

    @Override
    public List<String> allowed() {
      return List.of();
    }
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
