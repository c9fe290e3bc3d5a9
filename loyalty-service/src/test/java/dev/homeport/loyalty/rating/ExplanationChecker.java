package dev.homeport.loyalty.rating;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Computes a result again from the JSON of its explanation and nothing else; knows neither the
 * programme nor the order nor the engine's code.
 */
final class ExplanationChecker {
  private final JsonNode explanation;
  private final List<Rule> rules = new ArrayList<>();

  private ExplanationChecker(JsonNode explanation) {
    this.explanation = explanation;
    explanation.path("rules").forEach(rule -> rules.add(new Rule(rule)));
  }

  /** Fails unless everything that is said follows from the inputs. */
  static void check(JsonNode explanation) {
    new ExplanationChecker(explanation).check();
  }

  private void check() {
    if (explanation.has("counted")) {
      assertThat(decimal(explanation.get("counted"), "amount")).isEqualByComparingTo(amount());
    }
    long points = explanation.has("taken") ? -taken() : earned();
    assertThat(explanation.get("points").longValue()).isEqualTo(points);
    assertThat(explanation.get("reason").textValue()).isEqualTo(reason(points));
  }

  private String reason(long points) {
    String said = explanation.get("reason").textValue();
    if (rules.isEmpty()) {
      if (explanation.has("taken")) {
        return points == 0 ? "TOO_SMALL" : "CLAWED_BACK";
      }
      return said;
    }
    if (said.equals("MIGRATED") || said.equals("GRANTED")) {
      return said;
    }
    return points > 0
        ? "EARNED"
        : rules.stream()
            .map(rule -> rule.reason)
            .filter(reason -> !reason.equals("NOTHING_TO_MULTIPLY"))
            .findFirst()
            .orElse("NOTHING_TO_MULTIPLY");
  }

  private BigDecimal amount() {
    JsonNode counted = explanation.get("counted");
    BigDecimal amount = decimal(counted, "total").subtract(decimal(counted, "returned"));
    for (JsonNode part : counted.get("leftOut")) {
      amount = amount.subtract(decimal(part, "amount"));
    }
    return amount.max(BigDecimal.ZERO);
  }

  private long taken() {
    JsonNode taken = explanation.get("taken");
    assertThat(decimal(taken, "count")).isEqualByComparingTo(amount());
    BigDecimal exchange =
        taken.has("exchange") ? decimal(taken.get("exchange"), "rate") : BigDecimal.ONE;
    BigDecimal exact = decimal(taken, "count").multiply(exchange).multiply(decimal(taken, "rate"));
    assertThat(decimal(taken, "exact")).isEqualByComparingTo(exact);
    return whole(exact);
  }

  private long earned() {
    rules.forEach(Rule::consider);
    bid();
    BigDecimal sum = BigDecimal.ZERO;
    long roundedBefore = 0;
    for (Rule rule : rules) {
      rule.multiply(sum);
      sum = sum.add(rule.counts() ? rule.exact : BigDecimal.ZERO);
      long rounded = rules.isEmpty() ? 0 : whole(sum);
      rule.points = rounded - roundedBefore;
      roundedBefore = rounded;
      if (rule.counts() && rule.points == 0) {
        rule.reason = "TOO_SMALL";
      }
    }
    rules.forEach(Rule::cap);
    for (JsonNode cap : explanation.path("caps")) {
      long asked = rules.stream().mapToLong(rule -> rule.points).sum();
      long left = through(cap, asked);
      for (Rule rule : rules) {
        long mine = Math.min(rule.points, left);
        left -= mine;
        rule.cutTo(cap, mine);
      }
    }
    for (Rule rule : rules) {
      String key = rule.said.get("rule").textValue();
      assertThat(rule.points).as(key).isEqualTo(rule.said.get("points").longValue());
      assertThat(rule.said.get("reason").textValue()).as(key).isEqualTo(rule.reason);
    }
    return rules.stream().mapToLong(rule -> rule.points).sum();
  }

  /** Of equals the first. */
  private void bid() {
    Rule best = null;
    for (Rule rule : rules) {
      if (rule.said.get("bids").booleanValue() && rule.counts()) {
        best = best == null || rule.exact.compareTo(best.exact) > 0 ? rule : best;
      }
    }
    for (Rule rule : rules) {
      if (rule.said.get("bids").booleanValue() && rule.counts() && rule != best) {
        rule.reason = "OUTBID";
      }
    }
  }

  private static long through(JsonNode cap, long asked) {
    assertThat(cap.get("asked").longValue()).isEqualTo(asked);
    long room = Math.max(0, cap.get("limit").longValue() - cap.get("used").longValue());
    long given = asked <= room ? asked : cap.get("over").textValue().equals("TRUNCATE") ? room : 0;
    assertThat(cap.get("given").longValue()).isEqualTo(given);
    return given;
  }

  private long whole(BigDecimal exact) {
    return exact
        .setScale(0, RoundingMode.valueOf(explanation.get("rounding").textValue()))
        .longValueExact();
  }

  private static BigDecimal decimal(JsonNode node, String field) {
    return new BigDecimal(node.get(field).textValue());
  }

  private final class Rule {
    private final JsonNode said;
    private String reason = "EARNED";
    private BigDecimal exact = BigDecimal.ZERO;
    private long points;

    private Rule(JsonNode said) {
      this.said = said;
    }

    private boolean counts() {
      return reason.equals("EARNED");
    }

    private void consider() {
      if (!inTime()) {
        reason = "NOT_IN_TIME";
      } else if (spent()) {
        reason = "BUDGET_SPENT";
      } else if (said.has("when") && !asked(said.get("when")).equals("true")) {
        reason = asked(said.get("when")).equals("false") ? "CONDITION" : "UNDEFINED";
      } else if (said.has("minimum") && missing().signum() > 0) {
        reason = "BELOW_MINIMUM";
      } else if (said.has("cooldown") && resting()) {
        reason = "COOLING_DOWN";
      } else if (said.has("arithmetic")) {
        exact();
      } else if (said.get("reason").textValue().matches("NO_RATE|NO_STORED_RATE")) {
        reason = said.get("reason").textValue();
      }
    }

    private boolean spent() {
      return said.has("budgetSpentAt")
          && !Instant.parse(explanation.get("at").textValue())
              .isBefore(Instant.parse(said.get("budgetSpentAt").textValue()));
    }

    private boolean inTime() {
      JsonNode window = said.path("window");
      Instant at = Instant.parse(explanation.get("at").textValue());
      return (!window.has("from") || !at.isBefore(Instant.parse(window.get("from").textValue())))
          && (!window.has("until") || at.isBefore(Instant.parse(window.get("until").textValue())));
    }

    private BigDecimal missing() {
      JsonNode minimum = said.get("minimum");
      assertThat(decimal(minimum, "amount")).isEqualByComparingTo(ruleAmount());
      BigDecimal missing = decimal(minimum, "least").subtract(ruleAmount()).max(BigDecimal.ZERO);
      assertThat(decimal(minimum, "missing")).isEqualByComparingTo(missing);
      return missing;
    }

    private boolean resting() {
      JsonNode cooldown = said.get("cooldown");
      if (!cooldown.has("last")) {
        return false;
      }
      Instant over =
          Instant.parse(cooldown.get("last").textValue())
              .plus(Duration.ofDays(cooldown.get("days").intValue()));
      return Instant.parse(explanation.get("at").textValue()).isBefore(over);
    }

    private BigDecimal ruleAmount() {
      return lines().isEmpty() ? amount() : sum("amount").min(amount());
    }

    private JsonNode lines() {
      return said.path("lines");
    }

    private BigDecimal sum(String field) {
      BigDecimal sum = BigDecimal.ZERO;
      for (JsonNode line : lines()) {
        if (asked(line.get("asked")).equals("true")) {
          sum = sum.add(decimal(line, field));
        }
      }
      return sum;
    }

    private void exact() {
      JsonNode arithmetic = said.get("arithmetic");
      switch (arithmetic.get("kind").textValue()) {
        case "rate" -> {
          assertThat(decimal(arithmetic, "count")).isEqualByComparingTo(ruleAmount());
          exact =
              decimal(arithmetic, "count")
                  .multiply(decimal(arithmetic, "rate"))
                  .multiply(decimal(arithmetic, "factor"));
        }
        case "stored-rate" -> {
          JsonNode exchange = arithmetic.get("exchange");
          assertThat(exchange.get("into").textValue()).isNotEmpty();
          assertThat(decimal(arithmetic, "count")).isEqualByComparingTo(ruleAmount());
          exact =
              decimal(arithmetic, "count")
                  .multiply(decimal(exchange, "rate"))
                  .multiply(decimal(arithmetic, "rate"))
                  .multiply(decimal(arithmetic, "factor"));
        }
        case "fixed", "per-line", "per-unit" -> {
          if (!lines().isEmpty() && arithmetic.get("kind").textValue().equals("per-unit")) {
            assertThat(decimal(arithmetic, "count")).isEqualByComparingTo(sum("units"));
          }
          exact = decimal(arithmetic, "count").multiply(decimal(arithmetic, "rate"));
        }
        case "expression" -> {
          String answer = asked(arithmetic.get("expression"));
          if (answer.equals("undefined")) {
            reason = "UNDEFINED";
          } else {
            exact = new BigDecimal(answer).max(BigDecimal.ZERO);
          }
        }
        default -> exact = BigDecimal.ZERO;
      }
    }

    private void multiply(BigDecimal before) {
      JsonNode arithmetic = said.path("arithmetic");
      if (counts() && arithmetic.path("kind").asText().equals("multiply")) {
        assertThat(decimal(arithmetic, "count")).isEqualByComparingTo(before);
        exact = before.multiply(decimal(arithmetic, "factor").subtract(BigDecimal.ONE));
        if (before.signum() == 0) {
          reason = "NOTHING_TO_MULTIPLY";
        }
      }
      if (counts() && said.has("arithmetic")) {
        assertThat(decimal(arithmetic, "exact")).isEqualByComparingTo(exact);
      }
    }

    private void cap() {
      for (JsonNode cap : said.get("caps")) {
        cutTo(cap, through(cap, points));
      }
    }

    private void cutTo(JsonNode cap, long given) {
      if (points > 0) {
        points = given;
        if (given == 0) {
          reason = cap.get("over").textValue().equals("REJECT") ? "CAP_REJECTED" : "CAP_REACHED";
        }
      }
    }

    private String asked(JsonNode asked) {
      String answer = Evaluator.answer(asked.get("expression").textValue(), asked.get("inputs"));
      String written = asked.get("answer").textValue();
      if (answer.matches("-?[0-9.]+") && written.matches("-?[0-9.]+")) {
        assertThat(new BigDecimal(written)).isEqualByComparingTo(answer);
      } else {
        assertThat(written).as("%s", asked).isEqualTo(answer);
      }
      return answer;
    }
  }
}
