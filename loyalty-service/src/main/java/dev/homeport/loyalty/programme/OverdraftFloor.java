package dev.homeport.loyalty.programme;

/**
 * How far below zero a claw-back may take the available points of an account. What goes beyond is
 * owed, and new points repay it first.
 */
public sealed interface OverdraftFloor {

  /** The lowest balance that the floor allows; at most 0. */
  long lowest();

  /** Never below zero. */
  record None() implements OverdraftFloor {
    @Override
    public long lowest() {
      return 0;
    }
  }

  /** Down to minus so many points. */
  record Limit(long points) implements OverdraftFloor {
    /** Refuses what would be no limit below zero. */
    public Limit {
      if (points < 1) {
        throw new IllegalArgumentException("an overdraft limit is at least 1");
      }
    }

    @Override
    public long lowest() {
      return -points;
    }
  }

  /** As far as it takes. */
  record Unlimited() implements OverdraftFloor {
    @Override
    public long lowest() {
      return Long.MIN_VALUE;
    }
  }

  /** Reads {@code none}, {@code unlimited} or a number of points. */
  static OverdraftFloor parse(String text) {
    return switch (text) {
      case "none" -> new None();
      case "unlimited" -> new Unlimited();
      case String number when number.matches("[0-9]{1,15}") -> new Limit(Long.parseLong(number));
      default ->
          throw new IllegalArgumentException(
              "an overdraft is none, unlimited or a number of points");
    };
  }
}
