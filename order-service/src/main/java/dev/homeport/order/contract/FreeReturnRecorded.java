package dev.homeport.order.contract;

import dev.homeport.order.currency.Conversion;
import dev.homeport.order.returns.FreeReturn;
import dev.homeport.order.returns.ReturnDocument;
import dev.homeport.order.returns.ReturnedItem;
import dev.homeport.platform.money.Decimal;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code dev.homeport.order.free-return-recorded.v1}: a return that came without a known order or
 * line, as it now stands. The higher revision wins.
 *
 * @param reporting absent while no reference rate is known
 * @param reversed whether it no longer counts by itself: it was a mistake, or it is attached
 * @param attachedTo the order on which it counts instead
 */
public record FreeReturnRecorded(
    UUID returnId,
    UUID identityId,
    long revision,
    ReturnChange change,
    String channel,
    String market,
    String externalId,
    String country,
    Instant returnedAt,
    Currency currency,
    List<ReturnedItem> lines,
    BigDecimal amount,
    @Nullable Reporting reporting,
    @Nullable String reason,
    boolean reversed,
    @Nullable UUID attachedTo,
    boolean backfill) {

  public static final String TYPE = "dev.homeport.order.free-return-recorded.v1";

  /** The return in the tenant's reporting currency. */
  public record Reporting(
      Currency currency, BigDecimal rate, LocalDate rateDate, BigDecimal amount) {}

  public static FreeReturnRecorded of(FreeReturn back, ReturnChange change) {
    ReturnDocument document = back.document();
    return new FreeReturnRecorded(
        back.id(),
        document.identityId(),
        back.revision(),
        change,
        document.key().channel(),
        document.market(),
        document.key().externalId(),
        document.country(),
        document.returnedAt(),
        document.currency(),
        document.lines(),
        document.amount(),
        reporting(back),
        document.reason(),
        !back.counts(),
        back.attachedTo(),
        back.backfill());
  }

  private static @Nullable Reporting reporting(FreeReturn back) {
    Conversion conversion = back.conversion();
    return conversion == null
        ? null
        : new Reporting(
            conversion.to(),
            Decimal.canonical(conversion.rate()),
            conversion.day(),
            Decimal.canonical(conversion.convert(back.document().amount())));
  }
}
