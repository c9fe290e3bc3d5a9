package dev.homeport.analytics.rfm;

/** Which orders a scoring looks at; its population are the customers who have one of them. */
public sealed interface Scope {

  /** All orders of the tenant. */
  record Tenant() implements Scope {}

  /** Those of one market. */
  record Market(String code) implements Scope {}

  /** Those of one channel. */
  record Channel(String code) implements Scope {}
}
