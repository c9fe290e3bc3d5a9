package dev.homeport.loyalty.member;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a lot stands in the order in which lots are drawn: soonest expiry first.
 *
 * @param expiresAt null when it never expires
 */
public record LotPlace(@Nullable Instant expiresAt, Instant usableFrom, UUID causeId, String rule) {

  /** The place of a lot. */
  public static LotPlace of(MemberLot lot) {
    return new LotPlace(lot.expiresAt(), lot.usableFrom(), lot.causeId(), lot.rule());
  }

  /** The place as the values of a cursor. */
  public List<Object> values() {
    var values = new ArrayList<Object>(List.of(causeId, usableFrom, rule));
    if (expiresAt != null) {
      values.add(expiresAt);
    }
    return values;
  }

  /** Reads {@link #values} back from their texts. */
  public static LotPlace read(List<String> values) {
    return new LotPlace(
        values.size() < 4 ? null : Instant.parse(values.get(3)),
        Instant.parse(values.get(1)),
        UUID.fromString(values.getFirst()),
        values.get(2));
  }
}
