package dev.homeport.order.order;

import dev.homeport.platform.money.Decimal;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order as its source describes it, without the buyer's personal data.
 *
 * @param identityId the buyer on this channel
 * @param placedAt in microseconds
 * @param revisedAt since when the source describes it so; the later description wins
 * @param country of the buyer, two letters
 * @param statedTotal what the source says the order costs; stands above the sum of the lines
 * @param attributes the source's own notes, sorted by name
 * @param sourceVersion the source's own count of its descriptions; of two of one instant the higher
 *     wins. 0 where it keeps none
 * @param market that the order counts for: its channel's, else the buyer's country
 */
public record OrderDocument(
    OrderKey key,
    UUID identityId,
    String country,
    Instant placedAt,
    Instant revisedAt,
    Currency currency,
    List<Line> lines,
    @Nullable BigDecimal statedTotal,
    @Nullable Attribution attribution,
    OrderStatus status,
    SortedMap<String, String> attributes,
    long sourceVersion,
    String market) {
  private static final Comparator<OrderDocument> AGE =
      Comparator.comparing(OrderDocument::revisedAt)
          .thenComparingLong(OrderDocument::sourceVersion);

  public OrderDocument {
    placedAt = placedAt.truncatedTo(ChronoUnit.MICROS);
    revisedAt = revisedAt.truncatedTo(ChronoUnit.MICROS);
    lines = List.copyOf(lines);
    statedTotal = statedTotal == null ? null : Decimal.canonical(statedTotal);
    attributes = new TreeMap<>(attributes);
  }

  /** A document of a source that does not count its descriptions, on a channel without a market. */
  public OrderDocument(
      OrderKey key,
      UUID identityId,
      String country,
      Instant placedAt,
      Instant revisedAt,
      Currency currency,
      List<Line> lines,
      @Nullable BigDecimal statedTotal,
      @Nullable Attribution attribution,
      OrderStatus status,
      SortedMap<String, String> attributes) {
    this(
        key,
        identityId,
        country,
        placedAt,
        revisedAt,
        currency,
        lines,
        statedTotal,
        attribution,
        status,
        attributes,
        0,
        country);
  }

  /** Above 0 when this describes the order later than the other, 0 at the same moment. */
  int laterThan(OrderDocument other) {
    return AGE.compare(this, other);
  }

  /** The same order, counting for another market. */
  public OrderDocument in(String market) {
    return new OrderDocument(
        key,
        identityId,
        country,
        placedAt,
        revisedAt,
        currency,
        lines,
        statedTotal,
        attribution,
        status,
        attributes,
        sourceVersion,
        market);
  }

  /** The stated total, else the exact sum of the lines. */
  public BigDecimal total() {
    return statedTotal != null
        ? statedTotal
        : Decimal.canonical(
            lines.stream().map(Line::total).reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  /** The calendar day of the order where the tenant lives. */
  public LocalDate day(ZoneId zone) {
    return placedAt.atZone(zone).toLocalDate();
  }

  /** The same document, known to stand since a later moment. */
  OrderDocument standingSince(OrderDocument later) {
    return new OrderDocument(
        key,
        identityId,
        country,
        placedAt,
        later.revisedAt,
        currency,
        lines,
        statedTotal,
        attribution,
        status,
        attributes,
        later.sourceVersion,
        market);
  }
}
