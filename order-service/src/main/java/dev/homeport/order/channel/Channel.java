package dev.homeport.order.channel;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * A storefront or marketplace account that the merchant has declared.
 *
 * @param code as orders name it, for example {@code shop-de}
 * @param market what its orders count for; null: the country of each buyer
 * @param currency of what the platform sends without one; null: such a body is not taken
 * @param zone of times that the platform sends without an offset
 * @param intakeId under which the platform sends; random
 * @param secret with which the platform signs; null: not given yet
 * @param version counts the changes, from 1
 */
public record Channel(
    String code,
    ChannelKind kind,
    @Nullable String market,
    @Nullable Currency currency,
    ZoneId zone,
    String intakeId,
    @Nullable String secret,
    int version,
    Instant createdAt,
    Instant changedAt) {

  @Override
  public String toString() {
    return "Channel[" + code + ", " + kind.code() + ", version " + version + "]";
  }
}
