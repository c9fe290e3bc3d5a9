package dev.homeport.loyalty.ledger;

import java.util.UUID;

/** Why points move: a fact or spend and its revision, or time that has passed. */
public record Cause(Kind kind, UUID id, long revision) {

  /** What the fact is. */
  public enum Kind {
    /** An order: its awards are lots of their own. */
    ORDER,
    /** Something else that a member did: like an order. */
    ACTIVITY,
    /** Points that a member brought along from another system: like an order. */
    MIGRATION,
    /** Points that somebody gives for a reason of their own: like an order. */
    GRANT,
    /** A return without a known order: it draws on whatever lots there are. */
    FREE_RETURN,
    /** Points that were set aside or spent: they are drawn from whatever lots there are. */
    SPEND,
    /** Time has passed: what is left of lots is lost. */
    EXPIRY,
    /** Time has passed: lots that waited can be used. */
    OPENING;

    /** Whether nothing but time is the reason. */
    boolean time() {
      return this == EXPIRY || this == OPENING;
    }
  }
}
