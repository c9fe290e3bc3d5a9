package dev.homeport.analytics.database;

import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An argument that is an array.
 *
 * @param type of its elements, in PostgreSQL's words
 */
public record SqlArray(String type, @Nullable Object[] values) {

  /** Identifiers. */
  public static SqlArray uuids(Collection<UUID> ids) {
    return new SqlArray("uuid", ids.toArray());
  }

  /** One value of each item. */
  public static <T> SqlArray of(
      String type, Collection<T> items, Function<? super T, ? extends @Nullable Object> value) {
    return new SqlArray(type, items.stream().map(value).toArray());
  }
}
