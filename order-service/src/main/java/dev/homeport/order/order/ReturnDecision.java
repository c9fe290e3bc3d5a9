package dev.homeport.order.order;

import java.math.BigDecimal;

/** What a reported return means for an order. */
public sealed interface ReturnDecision {

  /** The goods are back. */
  record Recorded(Order order, LineReturn recorded) implements ReturnDecision {}

  /** The same return again. */
  record Known(Order order, LineReturn recorded) implements ReturnDecision {}

  /** Another return with the number of one that is known. */
  record Conflict(LineReturn recorded) implements ReturnDecision {}

  /** Nothing can come back in this state. */
  record NotReturnable(OrderState state) implements ReturnDecision {}

  /** The order has no such line. */
  record NoSuchLine(int index, int lineNo) implements ReturnDecision {}

  /** More than is left of the line. */
  record TooMany(int index, int lineNo, BigDecimal left) implements ReturnDecision {}

  /** More money than is left of the order's total. */
  record TooMuch(BigDecimal left) implements ReturnDecision {}
}
