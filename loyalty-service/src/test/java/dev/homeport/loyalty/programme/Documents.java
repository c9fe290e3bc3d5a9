package dev.homeport.loyalty.programme;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Programme documents for tests. */
public final class Documents {
  public static final Instant START = Instant.parse("2010-12-01T00:00:00Z");

  private static final ObjectMapper JSON = new ObjectMapper();

  private Documents() {}

  /** One with everything that a programme can say. */
  public static final String FULL =
      """
      {
        "key": "club", "name": "The club",
        "basis": {"shipping": false, "tax": true},
        "currencies": {
          "EUR": {"earn": "1", "burn": "0.01", "reference": "1"},
          "GBP": {"earn": "1.2", "burn": "0.0085", "reference": "1.17"}},
        "markets": {"PL": {"currencies": {
          "PLN": {"earn": "0.25", "burn": "0.04", "reference": "0.235"}}}},
        "storedRate": {"currency": "EUR", "earn": "1", "for": "unlisted"},
        "tolerance": "0.2", "rounding": "half-even",
        "rules": [
          {"key": "base", "name": "Points for money", "points": {"type": "rate"}},
          {"key": "kitchen", "lines": "line.category == 'kitchen'", "stacking": "best",
            "minimum": {"EUR": "20"}, "points": {"type": "rate", "factor": "2"}},
          {"key": "own", "points": {"type": "rate", "rates": {"EUR": "0.5"}}, "stacking": "best"},
          {"key": "welcome", "when": "member.orders == 0", "points": {"type": "fixed", "points": "50"}},
          {"key": "lines", "points": {"type": "per-line", "points": "2"},
            "caps": [{"per": "month", "points": 20, "over": "truncate"}]},
          {"key": "units", "cooldownDays": 7, "points": {"type": "per-unit", "points": "0.5"}},
          {"key": "review", "activity": "review", "points": {"type": "fixed", "points": "20"},
            "when": "member.orders > 0", "caps": [{"per": "month", "points": 60, "over": "reject"}]},
          {"key": "fifties", "points": {"type": "expression", "points": "floor(order.amount / 50) * 10"}},
          {"key": "friday", "when": "calendar.weekday == 'friday'",
            "from": "2011-01-01T00:00:00Z", "until": "2012-01-01T00:00:00Z",
            "points": {"type": "multiply", "factor": "2"}}],
        "caps": [{"per": "day", "points": 1000, "over": "reject"}],
        "usable": {"type": "after-delivery", "days": 14, "deadlineDays": 90},
        "overdraft": "500", "expiry": {"type": "rolling", "months": 12, "until": "quarter"}, "freeReturns": "ignore",
        "tiers": {"basis": "points", "period": {"type": "calendar", "begins": "02-01"},
          "up": "next-period", "down": "one-step", "graceDays": 30, "levels": [
            {"key": "silver", "name": "Silver", "from": "500"}, {"key": "gold", "from": "2000"}]}
      }""";

  /** One in which points expire on days of the year. */
  public static String withDates() {
    return starter()
        .replace(
            "{ \"type\": \"never\" }", "{\"type\": \"dates\", \"days\": [\"02-29\", \"12-31\"]}");
  }

  /** One in which points expire when nothing is done. */
  public static String withInactivity() {
    return starter()
        .replace("{ \"type\": \"never\" }", "{\"type\": \"inactivity\", \"months\": 6}");
  }

  /** One in which tiers are counted by an expression. */
  public static String withComputedTiers() {
    return FULL.replace(
        "\"basis\": \"points\", ", "\"basis\": \"expression\", \"value\": \"order.lines\", ");
  }

  /** The programme that tenants start with. */
  public static String starter() {
    try (InputStream file = Documents.class.getResourceAsStream("/programme/starter.json")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What reading a document finds wrong. */
  public static List<Fault> faults(JsonNode document) {
    return switch (ProgrammeReading.read(JSON.convertValue(document, Object.class))) {
      case ProgrammeReading.Result.Sound _ -> List.of();
      case ProgrammeReading.Result.Faulty(List<Fault> faults) -> faults;
    };
  }

  /** A document that has to be sound. */
  public static ProgrammeDocument sound(String json) {
    return switch (ProgrammeReading.read(JSON.convertValue(tree(json), Object.class))) {
      case ProgrammeReading.Result.Sound(ProgrammeDocument document) -> document;
      case ProgrammeReading.Result.Faulty(List<Fault> faults) ->
          throw new AssertionError(json + "\n" + faults);
    };
  }

  /** A programme of one version, in UTC. */
  public static Versions versions(String json) {
    return versions(START, ZoneOffset.UTC, json);
  }

  /** A programme of one version. */
  public static Versions versions(Instant start, ZoneId zone, String json) {
    ProgrammeDocument document = sound(json);
    return new Versions(
        document.key(), List.of(new ProgrammeVersion(1, start, zone, document)), null);
  }

  /** One point for each euro and pound, with more rules. */
  public static String withRules(String... rules) {
    var all = new ArrayList<String>();
    all.add("{\"key\": \"base\", \"points\": {\"type\": \"rate\"}}");
    all.addAll(List.of(rules));
    return withOnly(all.toArray(String[]::new));
  }

  /** One point for each euro and pound, with these rules alone. */
  public static String withOnly(String... rules) {
    return """
        {"key": "points", "currencies": {"EUR": {"earn": "1"}, "GBP": {"earn": "1"}},
        "rounding": "floor", "rules": [%s]}"""
        .formatted(String.join(", ", rules));
  }
}
