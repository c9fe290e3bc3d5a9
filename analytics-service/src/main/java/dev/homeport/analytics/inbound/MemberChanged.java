package dev.homeport.analytics.inbound;

import static java.util.Objects.requireNonNull;

import dev.homeport.analytics.points.MemberPoints;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code dev.homeport.loyalty.member-changed.v1}: how a member stands in a programme. */
record MemberChanged(
    UUID customerId,
    String programme,
    boolean main,
    long pending,
    long available,
    long held,
    long owed,
    long earned,
    @Nullable Amount pointValue,
    @Nullable Tier tier,
    long revision) {

  MemberChanged {
    requireNonNull(customerId, "customerId");
    requireNonNull(programme, "programme");
  }

  /** Money, in the reporting currency. */
  record Amount(BigDecimal amount) {}

  /** The tier. */
  record Tier(String key, String name, int level) {}

  MemberPoints points() {
    return new MemberPoints(
        customerId,
        programme,
        main,
        pending,
        available,
        held,
        owed,
        earned,
        Optional.ofNullable(pointValue).map(Amount::amount),
        Optional.ofNullable(tier)
            .map(one -> new MemberPoints.Tier(one.key(), one.name(), one.level())),
        revision);
  }
}
