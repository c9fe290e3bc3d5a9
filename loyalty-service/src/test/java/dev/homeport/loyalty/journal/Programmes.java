package dev.homeport.loyalty.journal;

import dev.homeport.loyalty.programme.Documents;
import dev.homeport.loyalty.programme.Versions;
import java.time.Instant;
import java.util.Currency;

/** Programmes for tests: one point per euro and pound, from December 2010 on. */
public final class Programmes {
  public static final Instant START = Documents.START;
  public static final Currency EUR = Currency.getInstance("EUR");
  public static final Currency GBP = Currency.getInstance("GBP");

  /** Points expire after a year. */
  public static final String YEAR = "{\"type\": \"rolling\", \"months\": 12}";

  /** A programme in which caps, conditions and tiers make orders depend on each other. */
  public static final String REMEMBERING =
      """
      {"key": "points", "currencies": {"EUR": {"earn": "1"}}, "rounding": "floor",
       "rules": [
         {"key": "base", "points": {"type": "rate"},
          "caps": [{"per": "month", "points": 150, "over": "truncate"}]},
         {"key": "again", "when": "member.orders > 0 && member.daysSinceOrder < 30",
          "points": {"type": "fixed", "points": "5"}},
         {"key": "silver", "when": "member.tier == 'silver'",
          "points": {"type": "multiply", "factor": "1.5"}}],
       "caps": [{"per": "week", "points": 140, "over": "reject"}],
       "overdraft": "50", "expiry": {"type": "rolling", "months": 12},
       "tiers": {"basis": "orders", "period": {"type": "rolling", "months": 12},
         "up": "at-once", "down": "to-fit", "levels": [{"key": "silver", "from": "3"}]}}""";

  /** One in which orders earn by the rate that is kept with them, and tiers by an expression. */
  public static final String BY_RATE =
      """
      {"key": "points", "currencies": {"EUR": {}}, "rounding": "floor", "overdraft": "50",
       "storedRate": {"currency": "EUR", "earn": "0.8", "for": "all"},
       "rules": [
         {"key": "base", "points": {"type": "rate"}},
         {"key": "silver", "when": "member.tier == 'silver'",
          "points": {"type": "multiply", "factor": "1.5"}}],
       "expiry": {"type": "rolling", "months": 12},
       "tiers": {"basis": "expression", "value": "order.amount > 60 ? 2 : 1",
         "period": {"type": "rolling", "months": 12},
         "levels": [{"key": "silver", "from": "3"}]}}""";

  private Programmes() {}

  public static Versions with(String overdraft) {
    return Documents.versions(document(overdraft, "{\"type\": \"never\"}"));
  }

  /** Points expire after so many months. */
  public static Versions expiring(String overdraft, int months) {
    return Documents.versions(
        document(overdraft, "{\"type\": \"rolling\", \"months\": %d}".formatted(months)));
  }

  /** The document of such a programme. */
  public static String document(String overdraft, String expiry) {
    return """
        {"key": "points", "currencies": {"EUR": {"earn": "1"}, "GBP": {"earn": "1"}},
         "rounding": "floor", "overdraft": "%s", "expiry": %s,
         "rules": [{"key": "base", "points": {"type": "rate"}}]}"""
        .formatted(overdraft, expiry);
  }
}
