package dev.homeport.loyalty.programme;

import java.math.RoundingMode;
import java.time.Instant;

/**
 * One version of a loyalty programme.
 *
 * @param key names the programme within its tenant
 * @param version rises with every change of the rules; each posting names the one it was made under
 * @param start orders placed before it earn nothing
 * @param rates points per unit of each currency
 * @param rounding how the points of one order or free return become whole, once
 * @param floor how far a claw-back may take an account below zero
 * @param life how long points can be used
 * @param basis which parts of an order earn
 */
public record Programme(
    String key,
    int version,
    Instant start,
    PointRates rates,
    RoundingMode rounding,
    OverdraftFloor floor,
    LotLife life,
    Basis basis) {

  /** The rule by which an order earns and a free return claws back. */
  public static final String BASE_RULE = "points-per-currency";

  /** Refuses settings that no programme can have. */
  public Programme {
    requireKey(key);
    requireVersion(version);
    requireRounding(rounding);
  }

  static void requireKey(String key) {
    if (!key.matches("[a-z0-9][a-z0-9-]{0,39}")) {
      throw new IllegalArgumentException("a key is 1 to 40 of a-z, 0-9 and '-'");
    }
  }

  static void requireVersion(int version) {
    if (version < 1) {
      throw new IllegalArgumentException("versions begin at 1");
    }
  }

  static void requireRounding(RoundingMode rounding) {
    if (rounding == RoundingMode.UNNECESSARY) {
      throw new IllegalArgumentException("points are rounded by some mode");
    }
  }
}
