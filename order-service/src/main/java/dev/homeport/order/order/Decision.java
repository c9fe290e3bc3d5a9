package dev.homeport.order.order;

/** What a delivered document means for what is known under its natural key. */
public sealed interface Decision {

  /** The order as it stands after the decision. */
  Order order();

  /** The same decision, with what else is known of the order. */
  default Decision about(Order order) {
    return switch (this) {
      case Accepted _ -> new Accepted(order);
      case Revised(Order _, Order before) -> new Revised(order, before);
      case Unchanged _ -> new Unchanged(order);
      case Ignored _ -> new Ignored(order);
      case Conflict _ -> new Conflict(order);
    };
  }

  /** The first document of its key: an order comes into being. */
  record Accepted(Order order) implements Decision {}

  /** A later description replaces the earlier one, which joins the history. */
  record Revised(Order order, Order before) implements Decision {}

  /** The content of the last accepted document again. */
  record Unchanged(Order order) implements Decision {}

  /** An earlier description than the one that stands: acknowledged, its content without effect. */
  record Ignored(Order order) implements Decision {}

  /** Another description of the same instant: one of the two is wrong. */
  record Conflict(Order order) implements Decision {}
}
