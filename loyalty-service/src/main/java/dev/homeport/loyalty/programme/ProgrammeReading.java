package dev.homeport.loyalty.programme;

import dev.homeport.loyalty.expression.Expression;
import dev.homeport.loyalty.expression.Expressions;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a programme from its JSON: objects as maps, lists, texts, whole numbers and booleans. Finds
 * all faults at once, each with its place; the form is also that of {@code
 * contracts/programme.v1.schema.json}.
 */
public final class ProgrammeReading {
  static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
  static final String A_KEY = "1 to 40 of a-z, 0-9 and '-'";
  private static final Pattern MARKET = Pattern.compile("[A-Z0-9][A-Z0-9_-]{0,31}");
  private static final Pattern OVERDRAFT = Pattern.compile("none|unlimited|[1-9][0-9]{0,14}");
  private static final int LONGEST_NAME = 100;
  private static final int MOST_RULES = 100;
  private static final int MOST_CAPS = 10;
  private static final int MOST_DATES = 20;
  private static final int MOST_MARKETS = 250;
  private static final long MOST_BUDGET = 1_000_000_000_000L;
  private static final int MOST_GRACE_DAYS = 3_650;
  private static final long MOST_POINTS = 1_000_000_000L;
  private static final BigDecimal HIGHEST = BigDecimal.valueOf(1_000_000);
  private static final BigDecimal HIGHEST_AMOUNT = BigDecimal.valueOf(100_000_000_000L);
  private static final CurrencyTerms NO_TERMS = new CurrencyTerms(null, null, null);

  private ProgrammeReading() {}

  /** What came of reading. */
  public sealed interface Result {
    /** A programme that can be run. */
    record Sound(ProgrammeDocument document) implements Result {}

    /** Everything that is wrong. */
    record Faulty(List<Fault> faults) implements Result {
      /** Copies. */
      public Faulty {
        faults = List.copyOf(faults);
      }
    }
  }

  /** Reads a document. */
  public static Result read(Object json) {
    var faults = new ArrayList<Fault>();
    Fields fields = Fields.of(json, "", faults);
    ProgrammeDocument document = document(fields);
    fields.end();
    faults.addAll(Meaning.faults(document));
    return faults.isEmpty() ? new Result.Sound(document) : new Result.Faulty(faults);
  }

  private static ProgrammeDocument document(Fields fields) {
    String key = fields.text("key", KEY, A_KEY, "programme");
    return new ProgrammeDocument(
        key,
        name(fields, key),
        fields.object("basis", Basis.WHOLE, ProgrammeReading::basis),
        currencies(fields),
        tolerance(fields),
        rounding(fields),
        fields.objects("rules", 1, MOST_RULES, ProgrammeReading::rule),
        fields.objects("caps", 0, MOST_CAPS, ProgrammeReading::cap),
        overdraft(fields),
        fields.object("usable", new LotStart.AtOnce(), ProgrammeReading::start),
        fields.object("expiry", new LotLife.Never(), ProgrammeReading::life),
        fields.choice(
            "freeReturns",
            ProgrammeDocument.FreeReturns.class,
            ProgrammeDocument.FreeReturns.CLAW_BACK),
        graceDays(fields),
        fields.flag("rerateLaterOrders", true),
        fields.object("tiers", Optional.<TierLadder>empty(), TierReading::optional).orElse(null));
  }

  static String name(Fields fields, String otherwise) {
    String name = fields.text("name", LONGEST_NAME);
    return name == null ? otherwise : name;
  }

  private static Basis basis(Fields fields) {
    return new Basis(fields.flag("shipping", true), fields.flag("tax", true));
  }

  private static Currencies currencies(Fields fields) {
    if (!fields.has("currencies")) {
      fields.fault("currencies", Fault.Code.MISSING, "is missing");
    }
    Map<Currency, CurrencyTerms> everywhere = table(fields, "currencies");
    var markets = new HashMap<String, Map<Currency, CurrencyTerms>>();
    fields.map(
        "markets",
        MOST_MARKETS,
        (all, market) -> {
          if (!MARKET.matcher(market).matches()) {
            all.fault(market, Fault.Code.MALFORMED, "is no code of a market");
          }
          markets.put(market, all.neededObject(market, Map.of(), one -> table(one, "currencies")));
        });
    return new Currencies(everywhere, markets, storedRate(fields));
  }

  private static @Nullable StoredRate storedRate(Fields fields) {
    return fields
        .object("storedRate", Optional.<StoredRate>empty(), one -> Optional.of(stored(one)))
        .orElse(null);
  }

  private static StoredRate stored(Fields fields) {
    return new StoredRate(
        fields.neededCurrency("currency"),
        fields.decimal("earn", HIGHEST, BigDecimal.ONE),
        fields.choice("for", StoredRate.Reach.class, StoredRate.Reach.UNLISTED));
  }

  private static Map<Currency, CurrencyTerms> table(Fields fields, String name) {
    return fields.byCurrency(
        name, (all, code) -> all.neededObject(code, NO_TERMS, ProgrammeReading::terms));
  }

  private static CurrencyTerms terms(Fields fields) {
    return new CurrencyTerms(
        fields.decimalIfAny("earn", HIGHEST),
        fields.decimalIfAny("burn", HIGHEST),
        fields.decimalIfAny("reference", HIGHEST));
  }

  private static BigDecimal tolerance(Fields fields) {
    BigDecimal stated = fields.decimalIfAny("tolerance", BigDecimal.TEN);
    return stated == null ? BigDecimal.ZERO : stated;
  }

  private static RoundingMode rounding(Fields fields) {
    return RoundingMode.valueOf(fields.choice("rounding", Rounding.class, Rounding.HALF_UP).name());
  }

  private static OverdraftFloor overdraft(Fields fields) {
    return fields.has("overdraft")
        ? OverdraftFloor.parse(
            fields.text("overdraft", OVERDRAFT, "none, unlimited or a number of points", "none"))
        : new OverdraftFloor.Unlimited();
  }

  private static int graceDays(Fields fields) {
    Long days = fields.wholeIfAny("graceDays", 0, MOST_GRACE_DAYS);
    return days == null ? 0 : days.intValue();
  }

  private static LotStart start(Fields fields) {
    return switch (fields.neededChoice("type", Start.class, Start.AT_ONCE)) {
      case AT_ONCE -> new LotStart.AtOnce();
      case AFTER_ORDER -> new LotStart.AfterOrder((int) fields.whole("days", 1, 3_650, 1));
      case AFTER_DELIVERY ->
          new LotStart.AfterDelivery(
              (int) fields.whole("days", 0, 3_650, 0),
              (int) fields.whole("deadlineDays", 1, 3_650, 1));
      case AFTER_ACTIVITY ->
          new LotStart.AfterActivity(
              fields.text("activity", KEY, A_KEY, "activity"),
              (int) fields.whole("deadlineDays", 1, 3_650, 1));
    };
  }

  private static LotLife life(Fields fields) {
    return switch (fields.neededChoice("type", Expiry.class, Expiry.NEVER)) {
      case NEVER -> new LotLife.Never();
      case ROLLING ->
          new LotLife.Rolling(
              (int) fields.whole("months", 1, 600, 1),
              fields.choice("until", LotLife.Until.class, LotLife.Until.MOMENT));
      case INACTIVITY -> new LotLife.Inactivity((int) fields.whole("months", 1, 600, 1));
      case DATES -> new LotLife.Dates(fields.days("days", MOST_DATES));
    };
  }

  private static EarningRule rule(Fields fields) {
    String key = fields.text("key", KEY, A_KEY, "rule");
    return new EarningRule(
        key,
        name(fields, key),
        fields.has("activity") ? fields.text("activity", KEY, A_KEY, "activity") : null,
        expression(fields, "when", Expressions::condition),
        expression(fields, "lines", Expressions::lineCondition),
        fields.instant("from"),
        fields.instant("until"),
        fields.amounts("minimum", HIGHEST_AMOUNT),
        fields.neededObject("points", new Formula.Fixed(BigDecimal.ONE), ProgrammeReading::formula),
        fields.choice("stacking", EarningRule.Stacking.class, EarningRule.Stacking.ADD),
        fields.objects("caps", 0, MOST_CAPS, ProgrammeReading::cap),
        fields.wholeIfAny("budget", 1, MOST_BUDGET),
        cooldown(fields));
  }

  private static int cooldown(Fields fields) {
    Long days = fields.wholeIfAny("cooldownDays", 1, 3_650);
    return days == null ? 0 : days.intValue();
  }

  private static Formula formula(Fields fields) {
    return switch (fields.neededChoice("type", Kind.class, Kind.FIXED)) {
      case RATE -> new Formula.Rate(factor(fields), fields.amounts("rates", HIGHEST));
      case FIXED -> new Formula.Fixed(points(fields));
      case PER_LINE -> new Formula.PerLine(points(fields));
      case PER_UNIT -> new Formula.PerUnit(points(fields));
      case MULTIPLY -> new Formula.Multiply(multiplier(fields));
      case EXPRESSION -> computed(fields);
    };
  }

  private static Formula computed(Fields fields) {
    if (!fields.has("points")) {
      fields.fault("points", Fault.Code.MISSING, "is missing");
    }
    Expression points = expression(fields, "points", Expressions::number);
    return points == null ? new Formula.Fixed(BigDecimal.ONE) : new Formula.Computed(points);
  }

  private static BigDecimal points(Fields fields) {
    return fields.decimal("points", HIGHEST, BigDecimal.ONE);
  }

  private static BigDecimal factor(Fields fields) {
    BigDecimal stated = fields.decimalIfAny("factor", BigDecimal.valueOf(1_000));
    return stated == null ? BigDecimal.ONE : stated;
  }

  private static BigDecimal multiplier(Fields fields) {
    return fields.decimal("factor", BigDecimal.valueOf(1_000), BigDecimal.TWO);
  }

  private static Cap cap(Fields fields) {
    return new Cap(
        fields.neededChoice("per", Cap.Period.class, Cap.Period.ORDER),
        fields.whole("points", 1, MOST_POINTS, 1),
        fields.neededChoice("over", Cap.Over.class, Cap.Over.TRUNCATE));
  }

  static @Nullable Expression expression(
      Fields fields, String name, Function<String, Expressions.Check> check) {
    String text = fields.text(name, Expressions.LONGEST);
    if (text == null) {
      return null;
    }
    return switch (check.apply(text)) {
      case Expressions.Check.Sound(Expression expression) -> expression;
      case Expressions.Check.Faulty(List<String> reasons) -> {
        reasons.forEach(reason -> fields.fault(name, Fault.Code.EXPRESSION, reason));
        yield null;
      }
    };
  }

  private enum Kind {
    RATE,
    FIXED,
    PER_LINE,
    PER_UNIT,
    EXPRESSION,
    MULTIPLY
  }

  private enum Start {
    AT_ONCE,
    AFTER_ORDER,
    AFTER_DELIVERY,
    AFTER_ACTIVITY
  }

  private enum Expiry {
    NEVER,
    ROLLING,
    INACTIVITY,
    DATES
  }

  /** The modes of Java but "unnecessary". */
  private enum Rounding {
    UP,
    DOWN,
    CEILING,
    FLOOR,
    HALF_UP,
    HALF_DOWN,
    HALF_EVEN
  }
}
