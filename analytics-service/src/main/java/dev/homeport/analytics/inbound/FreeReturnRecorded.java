package dev.homeport.analytics.inbound;

import static java.util.Objects.requireNonNull;

import dev.homeport.analytics.fact.Attribution;
import dev.homeport.analytics.fact.Basket;
import dev.homeport.analytics.fact.Contribution;
import dev.homeport.analytics.fact.Fact;
import dev.homeport.analytics.fact.Origin;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code dev.homeport.order.free-return-recorded.v1}: a return that names no order.
 *
 * @param reporting absent while the conversion is pending
 * @param reversed whether it was taken back
 */
record FreeReturnRecorded(
    UUID returnId,
    UUID identityId,
    long revision,
    String channel,
    String market,
    String country,
    Instant returnedAt,
    String currency,
    @Nullable Reporting reporting,
    boolean reversed)
    implements OrderEvent {

  FreeReturnRecorded {
    requireNonNull(returnId, "returnId");
    requireNonNull(identityId, "identityId");
    requireNonNull(returnedAt, "returnedAt");
  }

  /** The return in the tenant's reporting currency. */
  record Reporting(BigDecimal amount) {}

  @Override
  public Fact fact() {
    return new Fact(
        identityId,
        returnId,
        Fact.Kind.free_return,
        returnedAt,
        new Origin(channel, market, country, Attribution.NONE),
        new Basket(currency, List.of()),
        false,
        Optional.ofNullable(reporting).map(this::contribution),
        revision);
  }

  private Contribution contribution(Reporting amounts) {
    return reversed ? Contribution.NONE : new Contribution(BigDecimal.ZERO, amounts.amount());
  }
}
