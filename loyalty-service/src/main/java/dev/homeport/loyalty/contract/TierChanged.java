package dev.homeport.loyalty.contract;

import dev.homeport.platform.event.OutboundEvent;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member has come into another tier of a programme, into the first one, or is in none any more.
 *
 * @param from absent when there was none
 * @param to absent when there is none any more
 * @param reason member, time, programme or merge
 * @param at when it came so
 * @param revision that of the member's state
 * @param backfill comes of an import of history or of changed rules: nothing to act on
 */
public record TierChanged(
    UUID customerId,
    String programme,
    @Nullable Tier from,
    @Nullable Tier to,
    String reason,
    Instant at,
    long revision,
    boolean backfill) {
  public static final String TYPE = "dev.homeport.loyalty.tier-changed.v1";

  /**
   * A tier of the programme.
   *
   * @param level from 1, the lowest, as it was then
   */
  public record Tier(String key, String name, int level) {
    private static @Nullable Tier of(MemberChanged.@Nullable Tier tier) {
      return tier == null ? null : new Tier(tier.key(), tier.name(), tier.level());
    }
  }

  /** The change between two states of a member; empty when the tier is the same. */
  public static Optional<TierChanged> between(
      @Nullable MemberChanged before, MemberChanged after, String reason) {
    Tier from = before == null ? null : Tier.of(before.tier());
    Tier to = Tier.of(after.tier());
    return Objects.equals(key(from), key(to))
        ? Optional.empty()
        : Optional.of(
            new TierChanged(
                after.customerId(),
                after.programme(),
                from,
                to,
                reason,
                after.at(),
                after.revision(),
                after.backfill()));
  }

  private static @Nullable String key(@Nullable Tier tier) {
    return tier == null ? null : tier.key();
  }

  /** As it goes into the outbox. */
  public OutboundEvent toEvent() {
    return LoyaltyTopic.event(customerId, programme, TYPE, revision, this);
  }
}
