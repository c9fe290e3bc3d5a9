package dev.homeport.analytics.rfm;

import java.util.OptionalInt;

/**
 * One way to score the customers of a tenant; several live side by side.
 *
 * @param key by which it is known, in kebab case
 * @param name for people
 * @param buckets how many scores each measure has, {@value #MIN_BUCKETS} to {@value #MAX_BUCKETS}
 * @param windowDays how many days count, the present one among them; empty: all of them
 * @param scope whose orders, or which of them, are looked at
 * @param grid key of the grid that makes groups of scores
 */
public record Scoring(
    String key, String name, int buckets, OptionalInt windowDays, Scope scope, String grid) {
  /** The key of the scoring that every tenant has. */
  public static final String DEFAULT = "default";

  /** The fewest buckets. */
  public static final int MIN_BUCKETS = 3;

  /** The most buckets. */
  public static final int MAX_BUCKETS = 10;

  /** The longest window: a hundred years. */
  public static final int MAX_WINDOW = 36_525;

  public Scoring {
    if (buckets < MIN_BUCKETS || buckets > MAX_BUCKETS) {
      throw new IllegalArgumentException("No scoring has so many buckets: " + buckets);
    }
    if (windowDays.isPresent()
        && (windowDays.getAsInt() < 1 || windowDays.getAsInt() > MAX_WINDOW)) {
      throw new IllegalArgumentException("No window is that long: " + windowDays.getAsInt());
    }
  }

  /** All orders of all time, five buckets, {@code grid25}. */
  public static Scoring standard() {
    return new Scoring(
        DEFAULT, "Default", 5, OptionalInt.empty(), new Scope.Tenant(), Grid.STANDARD);
  }

  /** Whether the values of customers as they are kept anyway are the ones that this one scores. */
  public boolean wholeHistory() {
    return windowDays.isEmpty() && scope instanceof Scope.Tenant;
  }
}
