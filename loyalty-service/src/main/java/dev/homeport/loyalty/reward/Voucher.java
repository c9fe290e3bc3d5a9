package dev.homeport.loyalty.reward;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A code by which somebody has what a reward gives, as often as that says.
 *
 * @param funding which part a partner pays for, as it was when the reward was had
 * @param customerId whose it is today
 * @param spendId by which it was paid
 * @param validUntil it is good before this moment
 * @param market the only one where it is good; null: everywhere
 * @param usages so far, the first one first
 * @param endedAt when it was used up or made void; null while it can be used
 */
public record Voucher(
    UUID id,
    String code,
    Reward reward,
    @Nullable Funding funding,
    UUID customerId,
    UUID spendId,
    State state,
    Instant createdAt,
    Instant validUntil,
    @Nullable String market,
    List<Usage> usages,
    @Nullable Instant endedAt) {
  /** Copies. */
  public Voucher {
    usages = List.copyOf(usages);
  }

  /**
   * One use.
   *
   * @param orderId for which, if that was said
   * @param reference what for, in the caller's words
   */
  public record Usage(Instant usedAt, @Nullable UUID orderId, @Nullable String reference) {}

  /** How often it can be used yet. */
  public int usesLeft() {
    return reward.uses() - usages.size();
  }

  /** Whether it is good in a market. */
  public boolean goodIn(@Nullable String where) {
    return market == null || market.equals(where);
  }

  /** What has become of it. */
  public enum State {
    /** It can be used. */
    OPEN,
    /** It has been used up. */
    REDEEMED,
    /** Nobody may use it any more. */
    VOID;

    /** As callers see it. */
    public String slug() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What is to be said of it at a moment. */
  public Standing at(Instant moment) {
    return switch (state) {
      case REDEEMED -> Standing.REDEEMED;
      case VOID -> Standing.VOID;
      case OPEN -> moment.isBefore(validUntil) ? Standing.VALID : Standing.EXPIRED;
    };
  }

  /** Whether a voucher can be used. */
  public enum Standing {
    /** It can. */
    VALID,
    /** It could be until some time ago. */
    EXPIRED,
    /** It has been used up. */
    REDEEMED,
    /** It may not. */
    VOID;

    /** As callers see it. */
    public String slug() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
