package dev.homeport.order.order;

import dev.homeport.platform.money.Decimal;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Goods that came back, reported for an order. Whether it counts is told by the {@link ReturnBook}.
 *
 * @param externalId the source's number of the return, unique within the order
 * @param amount what was refunded, in the order's currency
 * @param currency of the amount, where it was told before the order was there; null: the order's
 * @param lines what came back of which line; empty where {@code goods} tell it
 * @param goods what a free return that names the order says; null for a return of the order's lines
 * @param reversal that it was a mistake; null when it was none
 * @param recorded when we heard of it; null where it was not kept
 */
public record LineReturn(
    UUID id,
    String externalId,
    Instant returnedAt,
    BigDecimal amount,
    @Nullable Currency currency,
    @Nullable String reason,
    List<ReturnedLine> lines,
    @Nullable Goods goods,
    @Nullable Reversal reversal,
    @Nullable Recorded recorded) {

  /** By what the source said alone. Of two at one instant the order's own comes first. */
  static final Comparator<LineReturn> ORDER =
      Comparator.comparing(LineReturn::returnedAt)
          .thenComparing(LineReturn::externalId)
          .thenComparing(LineReturn::free);

  public LineReturn {
    returnedAt = returnedAt.truncatedTo(ChronoUnit.MICROS);
    amount = Decimal.canonical(amount);
    lines = List.copyOf(lines);
  }

  /** A return by the order's own lines. */
  public LineReturn(
      UUID id,
      String externalId,
      Instant returnedAt,
      BigDecimal amount,
      @Nullable String reason,
      List<ReturnedLine> lines) {
    this(id, externalId, returnedAt, amount, null, reason, lines, null, null, null);
  }

  /** How much of a line came back. */
  public record ReturnedLine(int lineNo, BigDecimal quantity) {
    public ReturnedLine {
      quantity = Decimal.canonical(quantity);
    }
  }

  /** What a free return says came back. It knows the article, and not the order's line. */
  public record Goods(Currency currency, List<Item> items) {
    public Goods {
      items = List.copyOf(items);
    }

    /** One article. */
    public record Item(String sku, LineKind kind, int lineNo, BigDecimal quantity) {
      public Item {
        quantity = Decimal.canonical(quantity);
      }
    }
  }

  /** Whether it is a free return that names the order. */
  public boolean free() {
    return goods != null;
  }

  boolean hasNumberOf(LineReturn other) {
    return free() == other.free() && externalId.equals(other.externalId);
  }

  boolean sameContentAs(LineReturn other) {
    return externalId.equals(other.externalId)
        && returnedAt.equals(other.returnedAt)
        && amount.equals(other.amount)
        && Objects.equals(reason, other.reason)
        && lines.equals(other.lines)
        && Objects.equals(goods, other.goods);
  }

  LineReturn reversed(Reversal mistake) {
    return new LineReturn(
        id, externalId, returnedAt, amount, currency, reason, lines, goods, mistake, recorded);
  }

  /** The same, heard of then. */
  public LineReturn heard(Recorded when) {
    return new LineReturn(
        id, externalId, returnedAt, amount, currency, reason, lines, goods, reversal, when);
  }

  /** The same, its amount in a currency that may not be the order's. */
  public LineReturn in(Currency stated) {
    return new LineReturn(
        id, externalId, returnedAt, amount, stated, reason, lines, goods, reversal, recorded);
  }
}
