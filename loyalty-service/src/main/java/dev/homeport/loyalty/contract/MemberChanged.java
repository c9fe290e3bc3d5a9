package dev.homeport.loyalty.contract;

import dev.homeport.platform.event.OutboundEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a member stands in a programme: points of all identities of the customer together, and the
 * tier. All points are 0 and there is no tier when the customer has become part of another one.
 *
 * @param main whether it is the merchant's oldest programme, which is meant where none is named
 * @param pending given, not yet usable
 * @param available usable; below zero only as far as the programme's floor allows
 * @param held set aside
 * @param owed taken back beyond the floor, as a positive number
 * @param earned by orders and activities as they now stand
 * @param pointValue what a point pays for in the reporting currency; absent where the programme
 *     says nothing of it for all markets
 * @param tier absent below the first
 * @param at when it came so
 * @param revision of the member in this programme; a lower one is never newer
 * @param backfill comes of an import of history, of changed rules, or was told before: nothing to
 *     act on
 */
public record MemberChanged(
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
    Instant at,
    long revision,
    boolean backfill) {
  public static final String TYPE = "dev.homeport.loyalty.member-changed.v1";

  /** Money. */
  public record Amount(BigDecimal amount, String currency) {}

  /**
   * A tier of the programme.
   *
   * @param name for people
   * @param level from 1, the lowest
   * @param since when it was reached
   * @param until when it is looked at again; absent when it is not
   */
  public record Tier(String key, String name, int level, Instant since, @Nullable Instant until) {}

  /** The same state under a revision. */
  public MemberChanged told(Instant when, long number, boolean silently) {
    return new MemberChanged(
        customerId,
        programme,
        main,
        pending,
        available,
        held,
        owed,
        earned,
        pointValue,
        tier,
        when,
        number,
        silently);
  }

  /** Whether it says something else, whenever it was told. */
  public boolean differs(MemberChanged other) {
    return !told(other.at, other.revision, other.backfill).equals(other);
  }

  /** Whether there is nothing to tell of somebody of whom nothing has been told. */
  public boolean blank() {
    return pending == 0 && available == 0 && held == 0 && owed == 0 && earned == 0 && tier == null;
  }

  /** As it goes into the outbox. */
  public OutboundEvent toEvent() {
    return LoyaltyTopic.event(customerId, programme, TYPE, revision, this);
  }
}
