package dev.homeport.loyalty.ledger;

/** The accounts between which points move. */
public enum AccountKind {
  /** The programme's: what it has given out, as a negative number. */
  ISSUED(false),
  /** The programme's: what has been spent. */
  REDEEMED(false),
  /** The programme's: what was not used in time. */
  EXPIRED(false),
  /** The programme's: what lapsed for another reason. */
  FORFEITED(false),
  /** The programme's: what people have corrected. */
  ADJUSTED(false),
  /** A buyer's: given, not yet usable. */
  PENDING(true),
  /** A buyer's: usable; below zero as far as the programme's floor allows. */
  AVAILABLE(true),
  /** A buyer's: set aside for a redemption. */
  HELD(true),
  /** A buyer's: claw-backs beyond the floor, at most zero; new points repay it first. */
  OWED(true);

  private final boolean buyers;

  AccountKind(boolean buyers) {
    this.buyers = buyers;
  }

  /** Whether it belongs to a buyer, not to the programme. */
  public boolean buyers() {
    return buyers;
  }
}
