package dev.homeport.loyalty.fact;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A return of which no order is known, as it now stands.
 *
 * @param amount what was given back, in its currency
 * @param reversed whether it turned out to be a mistake
 * @param exchange its rate into the reporting currency, null while that is not known
 */
public record FreeReturnFact(
    UUID id,
    UUID identityId,
    long revision,
    String channel,
    String market,
    @Nullable String country,
    Instant returnedAt,
    Currency currency,
    List<OrderLine> lines,
    BigDecimal amount,
    boolean reversed,
    @Nullable Exchange exchange)
    implements Fact {

  /** Copies the lines. */
  public FreeReturnFact {
    lines = List.copyOf(lines);
  }

  @Override
  public Instant occurredAt() {
    return returnedAt;
  }

  @Override
  public Instant effectiveAt() {
    return returnedAt;
  }
}
