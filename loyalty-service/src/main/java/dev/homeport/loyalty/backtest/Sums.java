package dev.homeport.loyalty.backtest;

/**
 * Points and members, or how they change.
 *
 * @param issued points that facts came to deserve
 * @param clawedBack points that were taken back: what facts no longer deserve, and free returns
 * @param used points that were spent, less those given back
 * @param expired points that were not used in time, less those that had not been there to expire
 * @param outstanding what members above zero hold
 * @param holders members above zero
 * @param overdrawn what members below zero are short of
 * @param overdrawers members below zero
 */
public record Sums(
    long issued,
    long clawedBack,
    long used,
    long expired,
    long outstanding,
    long holders,
    long overdrawn,
    long overdrawers) {

  /** Nothing. */
  public static final Sums ZERO = new Sums(0, 0, 0, 0, 0, 0, 0, 0);

  /** Both together. */
  public Sums plus(Sums other) {
    return new Sums(
        issued + other.issued,
        clawedBack + other.clawedBack,
        used + other.used,
        expired + other.expired,
        outstanding + other.outstanding,
        holders + other.holders,
        overdrawn + other.overdrawn,
        overdrawers + other.overdrawers);
  }

  /** Points given and taken by facts. */
  static Sums rated(long issued) {
    return new Sums(Math.max(issued, 0), Math.max(-issued, 0), 0, 0, 0, 0, 0, 0);
  }

  /** Points that went away otherwise. */
  static Sums gone(long used, long expired) {
    return new Sums(0, 0, used, expired, 0, 0, 0, 0);
  }

  /** Points left in lots. */
  static Sums left(long points) {
    return new Sums(0, 0, 0, 0, points, 0, 0, 0);
  }

  /** A member's balance has changed. */
  static Sums balance(long before, long after) {
    return new Sums(
        0,
        0,
        0,
        0,
        Math.max(after, 0) - Math.max(before, 0),
        sign(after) - sign(before),
        Math.max(-after, 0) - Math.max(-before, 0),
        sign(-after) - sign(-before));
  }

  /** What happened, without what members hold. */
  Sums happening() {
    return new Sums(issued, clawedBack, used, expired, 0, 0, 0, 0);
  }

  /** What members hold, without what happened. */
  Sums standing() {
    return new Sums(0, 0, 0, 0, outstanding, holders, overdrawn, overdrawers);
  }

  private static int sign(long points) {
    return points > 0 ? 1 : 0;
  }
}
