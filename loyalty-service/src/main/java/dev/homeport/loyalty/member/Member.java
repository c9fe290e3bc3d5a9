package dev.homeport.loyalty.member;

import dev.homeport.loyalty.programme.OverdraftFloor;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer's points: the sums over the identities that are the customer's today.
 *
 * @param pending given, not yet usable
 * @param net usable points less debts
 * @param held set aside
 * @param earned by orders as they now stand
 * @param clawedBack by free returns
 * @param expired not used in time
 * @param redeemed spent
 * @param openLots of which something is left
 * @param nextExpiry the soonest expiry of an open lot, null when none expires
 * @param nextExpiryPoints what expires then
 * @param updatedAt the last posting, null before the first
 */
public record Member(
    UUID customerId,
    long pending,
    long net,
    long held,
    long earned,
    long clawedBack,
    long expired,
    long redeemed,
    long openLots,
    @Nullable Instant nextExpiry,
    long nextExpiryPoints,
    @Nullable Instant updatedAt) {

  /** Usable points: below zero only as far as the programme's floor allows. */
  public long available(OverdraftFloor floor) {
    return Math.max(net, floor.lowest());
  }

  /** What lies beyond the floor and new points repay first, as a positive number. */
  public long owed(OverdraftFloor floor) {
    return available(floor) - net;
  }
}
