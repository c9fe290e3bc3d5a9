package dev.homeport.customer.person;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One value about a person and how good it is. Of two, the better one stands: what somebody stated
 * over what orders showed, then the newer. The order is total, so sightings may come in any order
 * and any number of times.
 *
 * @param value null when nothing is known, or when it was removed at that time
 * @param stated told to us as the truth, through the API
 * @param at when it was stated or seen
 */
public record Known<T extends Comparable<? super T>>(
    @Nullable T value, boolean stated, Instant at) {

  /** Nothing was ever known. */
  public static <T extends Comparable<? super T>> Known<T> nothing() {
    return new Known<>(null, false, Instant.EPOCH);
  }

  /** A value seen on an order. */
  public static <T extends Comparable<? super T>> Known<T> seen(T value, Instant at) {
    return new Known<>(value, false, at);
  }

  /** A value given through the API; null takes it away, until it is seen again. */
  public static <T extends Comparable<? super T>> Known<T> stated(@Nullable T value, Instant at) {
    return new Known<>(value, value != null, at);
  }

  /** The better of the two. */
  public Known<T> or(Known<T> other) {
    return order().compare(this, other) >= 0 ? this : other;
  }

  /** At the same instant a removal stands over a sighting, hence nulls last. */
  private Comparator<Known<T>> order() {
    return comparing((Known<T> known) -> known.stated())
        .thenComparing(known -> known.at())
        .thenComparing(known -> known.value(), nullsLast(naturalOrder()));
  }
}
