package dev.homeport.loyalty.programme;

import dev.homeport.loyalty.expression.Expression;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;

/** How many points a rule gives, exactly; they become whole once for each order. */
public sealed interface Formula {

  /**
   * So many points for each unit of money.
   *
   * @param factor on the rates; 1 by default
   * @param rates of this rule alone; without any the programme's tables count
   */
  record Rate(BigDecimal factor, Map<Currency, BigDecimal> rates) implements Formula {
    /** Copies. */
    public Rate {
      rates = Map.copyOf(rates);
    }
  }

  /** The same for every order. */
  record Fixed(BigDecimal points) implements Formula {}

  /** The same for each line of products. */
  record PerLine(BigDecimal points) implements Formula {}

  /** The same for each piece. */
  record PerUnit(BigDecimal points) implements Formula {}

  /** Whatever an expression gives; below zero counts as zero. */
  record Computed(Expression points) implements Formula {}

  /** Makes so many times as much of what the rules before it give together; above 1. */
  record Multiply(BigDecimal factor) implements Formula {}
}
