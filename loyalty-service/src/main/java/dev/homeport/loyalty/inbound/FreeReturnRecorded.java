package dev.homeport.loyalty.inbound;

import dev.homeport.loyalty.fact.Fact;
import dev.homeport.loyalty.fact.FreeReturnFact;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code dev.homeport.order.free-return-recorded.v1}: a return without a known order. */
record FreeReturnRecorded(
    UUID returnId,
    UUID identityId,
    long revision,
    String channel,
    String market,
    @Nullable String country,
    Instant returnedAt,
    Currency currency,
    List<RecordedLine> lines,
    BigDecimal amount,
    boolean reversed,
    @Nullable Reporting reporting)
    implements OrderEvent {
  static final String TYPE = "dev.homeport.order.free-return-recorded.v1";

  @Override
  public Fact fact() {
    return new FreeReturnFact(
        returnId,
        identityId,
        revision,
        channel,
        market,
        country,
        OrderEvent.micros(returnedAt),
        currency,
        lines.stream().map(RecordedLine::line).toList(),
        amount,
        reversed,
        Reporting.exchange(reporting));
  }
}
