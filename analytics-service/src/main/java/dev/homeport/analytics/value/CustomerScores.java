package dev.homeport.analytics.value;

import java.util.OptionalDouble;
import java.util.UUID;

/** Scores of many customers, in columns. */
public final class CustomerScores {
  private final CustomerColumns customers;
  private final double[] alive;
  private final double[] orders30;
  private final double[] orders90;
  private final double[] orders365;
  private final double[] values;

  CustomerScores(
      CustomerColumns customers,
      double[] alive,
      double[] orders30,
      double[] orders90,
      double[] orders365,
      double[] values) {
    this.customers = customers;
    this.alive = alive;
    this.orders30 = orders30;
    this.orders90 = orders90;
    this.orders365 = orders365;
    this.values = values;
  }

  /** How many customers there are. */
  public int size() {
    return customers.size();
  }

  /** Who the i-th customer is. */
  public UUID customer(int i) {
    return customers.customer(i);
  }

  /** That the i-th customer has not dropped out; empty where that is not identified. */
  public OptionalDouble probabilityAlive(int i) {
    return alive.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(alive[i]);
  }

  /** Purchases expected of the i-th customer in 30 days. */
  public double orders30(int i) {
    return orders30[i];
  }

  /** Purchases expected of the i-th customer in 90 days. */
  public double orders90(int i) {
    return orders90[i];
  }

  /** Purchases expected of the i-th customer in 365 days. */
  public double orders365(int i) {
    return orders365[i];
  }

  /** What the i-th customer is still worth, in the reporting currency; empty without amounts. */
  public OptionalDouble lifetimeValue(int i) {
    return values.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(values[i]);
  }

  double[] alive() {
    return alive;
  }

  double[] orders30() {
    return orders30;
  }

  double[] orders90() {
    return orders90;
  }

  double[] orders365() {
    return orders365;
  }

  double[] values() {
    return values;
  }
}
