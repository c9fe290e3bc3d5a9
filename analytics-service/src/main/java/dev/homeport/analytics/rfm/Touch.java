package dev.homeport.analytics.rfm;

/** Why the measures of a customer are looked at again. */
public enum Touch {
  /** An order or a return of theirs was told. */
  EVENT,
  /** Identities came to them, or left them. */
  IDENTITY,
  /** A day began. */
  DAY,
  /** What follows from their facts was derived again. */
  DERIVATION;

  /** The one that explains more, of two: people before orders, orders before everything else. */
  public Touch stronger(Touch other) {
    return strength() >= other.strength() ? this : other;
  }

  private int strength() {
    return switch (this) {
      case IDENTITY -> 3;
      case EVENT -> 2;
      case DAY -> 1;
      case DERIVATION -> 0;
    };
  }

  /**
   * Why a change that comes of it was made, by whether there is more of the customer than before.
   */
  Reason reason(boolean more) {
    return switch (this) {
      case EVENT -> more ? Reason.OWN_ORDER : Reason.OWN_RETURN;
      case IDENTITY -> Reason.MERGE;
      case DAY -> Reason.TIME;
      case DERIVATION -> Reason.SETTINGS;
    };
  }
}
