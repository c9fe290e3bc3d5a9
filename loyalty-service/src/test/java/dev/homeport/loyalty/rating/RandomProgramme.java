package dev.homeport.loyalty.rating;

import dev.homeport.loyalty.programme.Documents;
import dev.homeport.loyalty.programme.ProgrammeVersion;
import dev.homeport.loyalty.programme.Versions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A sound programme made from a seed, of one to three versions. */
final class RandomProgramme {
  private static final String[] CONDITIONS = {
    "order.amount >= 49.99",
    "order.market in ['DE', 'AT']",
    "member.orders == 0",
    "member.daysSinceOrder > 20 || member.earned < 100",
    "calendar.weekday == 'friday' && order.lines > 1",
    "order.total - order.returned > 3 * order.lines",
    "'kitchen' in order.categories",
    "order.amount / member.orders > 10",
    "!(order.channel == 'outlet')",
    "calendar.month == 12 || calendar.hour < 12",
    "member.tier in ['silver', 'gold']",
    "member.tier != ''"
  };
  private static final String[] LINES = {
    "line.category == 'kitchen'",
    "line.unitPrice > 5.5 && line.units >= 2",
    "line.kind == 'product'"
  };
  private static final String[] NUMBERS = {
    "floor(order.amount / 50) * 10",
    "order.amount * 0.15 - 2",
    "max(order.units, 3) + order.lines",
    "order.total / (member.orders - 1)",
    "member.earned / 3"
  };

  private final Random random;

  private final boolean rerating;

  private RandomProgramme(long seed, boolean rerating) {
    random = new Random(seed);
    this.rerating = rerating;
  }

  static Versions of(long seed) {
    return of(new RandomProgramme(seed, true));
  }

  /** One in which what comes back changes no later order. */
  static Versions withoutRerating(long seed) {
    return of(new RandomProgramme(seed, false));
  }

  private static Versions of(RandomProgramme programme) {
    var versions = new ArrayList<ProgrammeVersion>();
    Instant start = Documents.START;
    for (int number = 1; number <= 1 + programme.random.nextInt(3); number++) {
      ZoneId zone = ZoneId.of(programme.one("UTC", "Asia/Tokyo", "America/New_York"));
      versions.add(
          new ProgrammeVersion(
              number,
              start,
              zone,
              Documents.sound(programme.document()),
              programme.random.nextInt(4) == 0
                  ? Map.of("rule-1", start.plus(Duration.ofDays(40)))
                  : Map.of()));
      start = start.plus(Duration.ofHours(programme.random.nextInt(5_000)));
    }
    Instant end = programme.random.nextInt(6) == 0 ? start.plus(Duration.ofDays(150)) : null;
    return new Versions("points", versions, end);
  }

  private String document() {
    var rules = new ArrayList<String>();
    int count = 1 + random.nextInt(6);
    for (int i = 0; i < count; i++) {
      rules.add(i > 0 && random.nextInt(5) == 0 ? activityRule(i) : rule(i));
    }
    return """
        {"key": "points", "rerateLaterOrders": %b, "basis": {"shipping": %b, "tax": %b},
         %s,
         "rounding": "%s", "rules": [%s], "caps": [%s], "freeReturns": "%s"%s}"""
        .formatted(
            rerating,
            random.nextBoolean(),
            random.nextBoolean(),
            currencies(),
            one("floor", "half-up", "half-even", "ceiling", "down", "up", "half-down"),
            String.join(", ", rules),
            caps(3),
            one("claw-back", "claw-back", "ignore"),
            random.nextInt(3) == 0 ? tiers() : "");
  }

  private String currencies() {
    return switch (random.nextInt(3)) {
      case 0 ->
          """
          "currencies": {"EUR": {}}, "storedRate": {"currency": "EUR", "earn": "1.5", "for": "all"}""";
      default ->
          """
          "currencies": {"EUR": {"earn": "%s"}, "GBP": {"earn": "1.2"}},
          "markets": {"AT": {"currencies": {"EUR": {"earn": "2"}}}}%s"""
              .formatted(
                  one("1", "0.5", "3"),
                  one("", ", \"storedRate\": {\"currency\": \"EUR\", \"earn\": \"0.7\"}"));
    };
  }

  private String tiers() {
    boolean rolling = random.nextBoolean();
    return """
        , "tiers": {"basis": "%s", "period": %s, "up": "%s", "down": "%s", "graceDays": %d,
          "levels": [{"key": "silver", "from": "%d"}, {"key": "gold", "from": "%d"}]}"""
        .formatted(
            one(
                "points",
                "spend",
                "orders",
                "expression\", \"value\": \"order.lines > 1 ? order.amount / 2 : order.units * 5"),
            rolling
                ? "{\"type\": \"rolling\", \"months\": 3}"
                : one(
                    "{\"type\": \"calendar\", \"begins\": \"03-01\"}",
                    "{\"type\": \"anniversary\"}"),
            rolling ? "at-once" : one("at-once", "next-period"),
            one("never", "one-step", "to-fit"),
            1 + random.nextInt(40),
            1 + random.nextInt(60),
            61 + random.nextInt(200));
  }

  private String rule(int index) {
    var parts = new ArrayList<String>();
    parts.add("\"key\": \"rule-%d\"".formatted(index));
    String formula = index > 0 && random.nextInt(4) == 0 ? multiply() : formula();
    parts.add("\"points\": " + formula);
    boolean multiplies = formula.contains("multiply");
    if (random.nextBoolean()) {
      parts.add("\"when\": \"%s\"".formatted(one(CONDITIONS)));
    }
    if (!multiplies && !formula.contains("expression") && random.nextInt(3) == 0) {
      parts.add("\"lines\": \"%s\"".formatted(one(LINES)));
    }
    if (!multiplies && random.nextInt(3) == 0) {
      parts.add("\"stacking\": \"best\"");
    }
    if (random.nextInt(4) == 0) {
      parts.add("\"minimum\": {\"EUR\": \"%d\"}".formatted(1 + random.nextInt(100)));
    }
    if (random.nextInt(5) == 0) {
      parts.add("\"cooldownDays\": %d".formatted(1 + random.nextInt(60)));
    }
    if (random.nextInt(5) == 0) {
      parts.add("\"from\": \"2011-03-01T00:00:00Z\", \"until\": \"2011-09-01T00:00:00Z\"");
    }
    if (random.nextInt(3) == 0) {
      parts.add("\"caps\": [%s]".formatted(caps(2)));
    }
    return "{" + String.join(", ", parts) + "}";
  }

  private String activityRule(int index) {
    return """
        {"key": "rule-%d", "activity": "%s", "points": %s, "stacking": "%s"%s, "caps": [%s]}"""
        .formatted(
            index,
            one("review", "birthday"),
            one(
                "{\"type\": \"fixed\", \"points\": \"20.5\"}",
                "{\"type\": \"expression\", \"points\": \"member.earned / 3\"}"),
            one("add", "best"),
            one("", ", \"when\": \"member.orders > 2\"", ", \"cooldownDays\": 90"),
            caps(2));
  }

  private String formula() {
    return switch (random.nextInt(6)) {
      case 0 -> "{\"type\": \"rate\", \"rates\": {\"EUR\": \"0.3\"}}";
      case 1 -> "{\"type\": \"fixed\", \"points\": \"%d.5\"}".formatted(random.nextInt(40));
      case 2 -> "{\"type\": \"per-line\", \"points\": \"1.25\"}";
      case 3 -> "{\"type\": \"per-unit\", \"points\": \"0.75\"}";
      case 4 -> "{\"type\": \"expression\", \"points\": \"%s\"}".formatted(one(NUMBERS));
      default -> "{\"type\": \"rate\", \"factor\": \"%s\"}".formatted(one("1", "2", "0.1"));
    };
  }

  private String multiply() {
    return "{\"type\": \"multiply\", \"factor\": \"%s\"}".formatted(one("2", "1.5", "3"));
  }

  private String caps(int most) {
    var caps = new ArrayList<String>();
    for (int i = random.nextInt(most); i > 0; i--) {
      caps.add(
          "{\"per\": \"%s\", \"points\": %d, \"over\": \"%s\"}"
              .formatted(
                  one("order", "day", "week", "month", "lifetime"),
                  1 + random.nextInt(300),
                  one("truncate", "reject")));
    }
    return String.join(", ", caps);
  }

  private String one(String... choices) {
    return List.of(choices).get(random.nextInt(choices.length));
  }
}
