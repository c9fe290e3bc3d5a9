package dev.homeport.order.returns;

import dev.homeport.order.order.OrderKey;
import dev.homeport.platform.money.Decimal;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A return as its source describes it, without the buyer's personal data.
 *
 * @param key channel and the channel's number of the return
 * @param country of the buyer, two letters
 * @param statedAmount what the source says was refunded; stands above the sum of the lines
 * @param orderExternalId the order it may belong to, as the channel names it
 * @param market that the return counts for: its channel's, else the buyer's country
 */
public record ReturnDocument(
    OrderKey key,
    UUID identityId,
    String country,
    Instant returnedAt,
    Currency currency,
    List<ReturnedItem> lines,
    @Nullable BigDecimal statedAmount,
    @Nullable String reason,
    @Nullable String orderExternalId,
    String market) {

  public ReturnDocument {
    returnedAt = returnedAt.truncatedTo(ChronoUnit.MICROS);
    lines = List.copyOf(lines);
    statedAmount = statedAmount == null ? null : Decimal.canonical(statedAmount);
  }

  /** A return on a channel without a market of its own. */
  public ReturnDocument(
      OrderKey key,
      UUID identityId,
      String country,
      Instant returnedAt,
      Currency currency,
      List<ReturnedItem> lines,
      @Nullable BigDecimal statedAmount,
      @Nullable String reason,
      @Nullable String orderExternalId) {
    this(
        key,
        identityId,
        country,
        returnedAt,
        currency,
        lines,
        statedAmount,
        reason,
        orderExternalId,
        country);
  }

  /** The same return, counting for another market. */
  public ReturnDocument in(String market) {
    return new ReturnDocument(
        key,
        identityId,
        country,
        returnedAt,
        currency,
        lines,
        statedAmount,
        reason,
        orderExternalId,
        market);
  }

  /** The stated amount, else the exact sum of the lines. */
  public BigDecimal amount() {
    return statedAmount != null
        ? statedAmount
        : Decimal.canonical(
            lines.stream().map(ReturnedItem::total).reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  /** The calendar day of the return where the tenant lives. */
  public LocalDate day(ZoneId zone) {
    return returnedAt.atZone(zone).toLocalDate();
  }

  /** What names the buyer where nothing else does: the order if it is named, else the return. */
  public String buyerFallback() {
    return orderExternalId == null ? key.externalId() : orderExternalId;
  }
}
