package dev.homeport.loyalty.rating;

import dev.homeport.loyalty.fact.Exchange;
import dev.homeport.loyalty.programme.Cap;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why a fact deserves what it deserves: every number that was read and every step, so that whoever
 * has only this can compute the result again.
 *
 * @param version of the programme that rated it; 0 when none did
 * @param at when the fact happened
 * @param reason why it gives points, or the first reason why it gives none
 * @param points deserved in all, negative for a claw-back
 * @param counted the amounts; null when they were not looked at
 * @param rounding how exact points became whole; null where nothing was computed
 * @param rules every rule that was considered, in their order
 * @param caps of all rules together
 * @param taken how a claw-back was computed; null for orders
 */
public record Explanation(
    String programme,
    int version,
    Instant at,
    Reason reason,
    long points,
    @Nullable Counted counted,
    @Nullable RoundingMode rounding,
    List<Considered> rules,
    List<Capped> caps,
    @Nullable Arithmetic taken) {

  /** Copies. */
  public Explanation {
    rules = List.copyOf(rules);
    caps = List.copyOf(caps);
  }

  /**
   * The amount that counts: {@code total - returned - all that is left out}, at least 0.
   *
   * @param leftOut parts that the programme does not count
   */
  public record Counted(
      Currency currency,
      BigDecimal total,
      BigDecimal returned,
      List<LeftOut> leftOut,
      BigDecimal amount) {
    /** Copies. */
    public Counted {
      leftOut = List.copyOf(leftOut);
    }
  }

  /** A part of what was kept that does not count: a shipping line, or the tax of a line. */
  public record LeftOut(int lineNo, String what, BigDecimal amount) {}

  /**
   * One rule.
   *
   * @param points that it gives in the end
   * @param bids whether it is one of those of which only the best counts
   * @param window the orders that it is for; null when for those of any time
   * @param budgetSpentAt when its budget was spent, from when on it gives nothing; null while not
   * @param when its condition, as far as it was asked
   * @param lines those that its condition for lines was asked of; empty when it has none
   * @param minimum the least amount, as far as it was looked at
   * @param cooldown as far as it was looked at
   * @param arithmetic how its exact points came about
   * @param caps of this rule alone, applied to whole points
   */
  public record Considered(
      String rule,
      Reason reason,
      long points,
      boolean bids,
      @Nullable Window window,
      @Nullable Instant budgetSpentAt,
      @Nullable Asked when,
      List<AskedLine> lines,
      @Nullable Minimum minimum,
      @Nullable Cooldown cooldown,
      @Nullable Arithmetic arithmetic,
      List<Capped> caps) {
    /** Copies. */
    public Considered {
      lines = List.copyOf(lines);
      caps = List.copyOf(caps);
    }
  }

  /**
   * An expression and its answer.
   *
   * @param inputs the values of all variables that it reads
   * @param answer true, false, a decimal as text, or "undefined"
   */
  public record Asked(String expression, Map<String, Object> inputs, String answer) {}

  /** Orders from the first moment on, and before the second; null for no such bound. */
  public record Window(@Nullable Instant from, @Nullable Instant until) {}

  /** A line and whether it counts for the rule, with what it brings when it does. */
  public record AskedLine(int lineNo, Asked asked, BigDecimal amount, BigDecimal units) {}

  /** The least amount of a rule, and how much is missing; 0 when it is reached. */
  public record Minimum(BigDecimal least, BigDecimal amount, BigDecimal missing) {}

  /** How long the rule rests, and the last order that it gave points to before this one. */
  public record Cooldown(int days, @Nullable Instant last) {}

  /**
   * {@code exact = count * rate * factor}, by a rate of the order's own {@code count *
   * exchange.rate * rate * factor}; to multiply, {@code before * (factor - 1)}; for an expression
   * its answer, at least 0. A factor that is not there is 1.
   *
   * @param kind {@code rate}, {@code stored-rate}, {@code fixed}, {@code per-line}, {@code
   *     per-unit}, {@code expression} or {@code multiply}
   * @param count the amount, or how many lines or pieces; 1 where points are fixed
   * @param exchange that was kept with the order; only for a stored rate
   * @param rate points for each
   * @param expression only for one
   */
  public record Arithmetic(
      String kind,
      @Nullable BigDecimal count,
      @Nullable Exchange exchange,
      @Nullable BigDecimal rate,
      @Nullable BigDecimal factor,
      @Nullable Asked expression,
      BigDecimal exact) {}

  /**
   * A cap at work.
   *
   * @param used of it before this award
   * @param asked what would have been given without it
   * @param given what it let through
   */
  public record Capped(
      Cap.Period per, long limit, Cap.Over over, long used, long asked, long given) {}

  /** One sentence for people. */
  public String text() {
    return switch (reason) {
      case EARNED -> "Earns %d: %s.".formatted(points, contributions());
      case MIGRATED -> "Brings %d along from another system.".formatted(points);
      case GRANTED -> "Gives %d.".formatted(points);
      case CLAWED_BACK -> "Takes back %d: %s.".formatted(-points, arithmetic(taken));
      case TOO_SMALL -> "Gives no point: %s.".formatted(small());
      case NO_RATE ->
          "Counts for nothing: the programme has no points for %s."
              .formatted(counted == null ? "the currency" : counted.currency());
      case BEFORE_START, AFTER_END, NO_STORED_RATE ->
          "Counts for nothing: %s.".formatted(reason.text());
      case REVERSED, IGNORED -> "Takes back nothing: %s.".formatted(reason.text());
      default -> "Earns nothing: %s.".formatted(reason.text());
    };
  }

  private String contributions() {
    List<Considered> giving = rules.stream().filter(rule -> rule.points() != 0).toList();
    boolean plain = giving.size() == 1 && caps.isEmpty() && giving.getFirst().caps().isEmpty();
    return plain
        ? arithmetic(giving.getFirst().arithmetic())
        : giving.stream()
            .map(rule -> rule.rule() + " " + rule.points())
            .collect(Collectors.joining(", "));
  }

  private String small() {
    Arithmetic first =
        taken == null
            ? rules.stream()
                .map(Considered::arithmetic)
                .filter(one -> one != null)
                .findFirst()
                .orElse(null)
            : taken;
    return first == null ? reason.text() : arithmetic(first);
  }

  private String arithmetic(@Nullable Arithmetic one) {
    if (one == null || one.count() == null || one.rate() == null) {
      return "%s points, rounded (%s)".formatted(one == null ? "no" : plain(one.exact()), mode());
    }
    boolean money = one.kind().equals("rate") || one.exchange() != null;
    String unit = money && counted != null ? " " + counted.currency() + by(one.exchange()) : "";
    BigDecimal factor = one.factor();
    String times =
        factor == null || factor.compareTo(BigDecimal.ONE) == 0 ? "" : ", times " + plain(factor);
    return "%s%s at %s a unit%s, rounded (%s)"
        .formatted(plain(one.count()), unit, one.rate().toPlainString(), times, mode());
  }

  private static String by(@Nullable Exchange exchange) {
    return exchange == null
        ? ""
        : " (each %s %s)".formatted(plain(exchange.rate()), exchange.into());
  }

  private String mode() {
    return String.valueOf(rounding).toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
