package dev.homeport.loyalty.reward;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A code for one use of what a reward gives.
 *
 * @param customerId whose it is today
 * @param spendId by which it was paid
 * @param validUntil it is good before this moment
 * @param orderId for which it was used, if that was said
 * @param endedAt when it was used or made void; null while it can be used
 */
public record Voucher(
    UUID id,
    String code,
    Reward reward,
    UUID customerId,
    UUID spendId,
    State state,
    Instant createdAt,
    Instant validUntil,
    @Nullable UUID orderId,
    @Nullable String reference,
    @Nullable Instant endedAt) {

  /** What has become of it. */
  public enum State {
    /** It can be used. */
    OPEN,
    /** It has been used. */
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
    /** It has been. */
    REDEEMED,
    /** It may not. */
    VOID;

    /** As callers see it. */
    public String slug() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
