package dev.homeport.loyalty.expression;

import java.util.Arrays;
import java.util.Optional;

/** What an expression may read. Amounts are in the order's own currency and exact. */
public enum Variable {
  /** The storefront or marketplace account. */
  ORDER_CHANNEL("order.channel", Kind.TEXT, Scope.ORDER),
  /** The market that the order belongs to. */
  ORDER_MARKET("order.market", Kind.TEXT, Scope.ORDER),
  /** Where it went, empty when that is not known. */
  ORDER_COUNTRY("order.country", Kind.TEXT, Scope.ORDER),
  /** ISO 4217 code. */
  ORDER_CURRENCY("order.currency", Kind.TEXT, Scope.ORDER),
  /** What was to be paid. */
  ORDER_TOTAL("order.total", Kind.DECIMAL, Scope.ORDER),
  /** What has been given back of the total. */
  ORDER_RETURNED("order.returned", Kind.DECIMAL, Scope.ORDER),
  /** What counts of the order as it now stands. */
  ORDER_AMOUNT("order.amount", Kind.DECIMAL, Scope.ORDER),
  /** Product lines of which something was kept. */
  ORDER_LINES("order.lines", Kind.WHOLE, Scope.ORDER),
  /** Pieces of products that were kept. */
  ORDER_UNITS("order.units", Kind.DECIMAL, Scope.ORDER),
  /** Articles of products that were kept. */
  ORDER_SKUS("order.skus", Kind.TEXTS, Scope.ORDER),
  /** Categories of products that were kept. */
  ORDER_CATEGORIES("order.categories", Kind.TEXTS, Scope.ORDER),
  /** The article. */
  LINE_SKU("line.sku", Kind.TEXT, Scope.LINE),
  /** As the source names it, empty when it names none. */
  LINE_CATEGORY("line.category", Kind.TEXT, Scope.LINE),
  /** {@code product}, {@code shipping} or {@code adjustment}. */
  LINE_KIND("line.kind", Kind.TEXT, Scope.LINE),
  /** Price of one piece. */
  LINE_UNIT_PRICE("line.unitPrice", Kind.DECIMAL, Scope.LINE),
  /** Pieces that were kept. */
  LINE_UNITS("line.units", Kind.DECIMAL, Scope.LINE),
  /** What counts of the line as it now stands. */
  LINE_AMOUNT("line.amount", Kind.DECIMAL, Scope.LINE),
  /** Orders before this one that stand: neither cancelled nor returned in full. */
  MEMBER_ORDERS("member.orders", Kind.WHOLE, Scope.MEMBER),
  /** Whole days since the last of them, -1 before the first. */
  MEMBER_DAYS_SINCE_ORDER("member.daysSinceOrder", Kind.WHOLE, Scope.MEMBER),
  /** Points of orders before this one, as they now stand. */
  MEMBER_EARNED("member.earned", Kind.WHOLE, Scope.MEMBER),
  /** The key of the tier that the member has before the order; empty below the first. */
  MEMBER_TIER("member.tier", Kind.TEXT, Scope.MEMBER),
  /** The day of the order in the tenant's time zone: {@code 2026-11-27}. */
  CALENDAR_DATE("calendar.date", Kind.TEXT, Scope.CALENDAR),
  /** 1 to 12. */
  CALENDAR_MONTH("calendar.month", Kind.WHOLE, Scope.CALENDAR),
  /** 1 to 31. */
  CALENDAR_DAY("calendar.day", Kind.WHOLE, Scope.CALENDAR),
  /** {@code monday} to {@code sunday}. */
  CALENDAR_WEEKDAY("calendar.weekday", Kind.TEXT, Scope.CALENDAR),
  /** 0 to 23. */
  CALENDAR_HOUR("calendar.hour", Kind.WHOLE, Scope.CALENDAR);

  /** What values it has. */
  public enum Kind {
    /** A {@code String}. */
    TEXT,
    /** A {@code Long}. */
    WHOLE,
    /** A {@code BigDecimal}. */
    DECIMAL,
    /** A {@code List<String>}. */
    TEXTS
  }

  /** What it belongs to. */
  public enum Scope {
    /** The order. */
    ORDER,
    /** One line of it: only where an expression is asked of each line. */
    LINE,
    /** The member before the order. */
    MEMBER,
    /** The moment of the order. */
    CALENDAR
  }

  private final String text;
  private final Kind kind;
  private final Scope scope;

  Variable(String text, Kind kind, Scope scope) {
    this.text = text;
    this.kind = kind;
    this.scope = scope;
  }

  /** As expressions name it. */
  public String text() {
    return text;
  }

  /** What values it has. */
  public Kind kind() {
    return kind;
  }

  /** What it belongs to. */
  public Scope scope() {
    return scope;
  }

  static Optional<Variable> named(String text) {
    return Arrays.stream(values()).filter(variable -> variable.text.equals(text)).findFirst();
  }
}
