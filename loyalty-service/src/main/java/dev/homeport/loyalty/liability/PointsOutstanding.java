package dev.homeport.loyalty.liability;

/**
 * The points of all members together, now. What one member is below zero takes nothing from what is
 * owed to another, so the two are told apart.
 *
 * @param points of the members who are above zero: usable, pending and held
 * @param holders how many members these are
 * @param overdrawn what the members below zero are short of, as a positive number
 * @param overdrawers how many members these are
 */
public record PointsOutstanding(long points, long holders, long overdrawn, long overdrawers) {

  /** What the members' accounts sum to in the ledger. */
  public long balance() {
    return points - overdrawn;
  }
}
