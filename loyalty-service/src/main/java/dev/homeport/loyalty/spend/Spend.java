package dev.homeport.loyalty.spend;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Points of a member that were set aside or spent.
 *
 * @param customerId whose the spender is today
 * @param spenderId the identity that spent them
 * @param programme by its key
 * @param returned how many of the points are there again because something of the order came back
 * @param worth what they pay for; null when that was not said
 * @param orderId the order that they are for; when it is cancelled or comes back, they are there
 *     again
 * @param reference what they are for, in the caller's words
 * @param expiresAt until when they are set aside; null when they were spent at once
 * @param endedAt when they were there again; null while they are not
 */
public record Spend(
    UUID id,
    UUID customerId,
    UUID spenderId,
    String programme,
    long points,
    long returned,
    @Nullable Worth worth,
    SpendState state,
    @Nullable UUID orderId,
    @Nullable String reference,
    Instant createdAt,
    @Nullable Instant expiresAt,
    @Nullable Instant endedAt) {

  /** Whether it began as a hold. */
  public boolean wasHeld() {
    return expiresAt != null;
  }

  /** Whether it can still be captured or released. */
  boolean heldAt(Instant moment) {
    return state == SpendState.HELD && expiresAt != null && moment.isBefore(expiresAt);
  }
}
