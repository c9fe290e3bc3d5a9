package dev.homeport.analytics.profile.store;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** One statement of each customer, in the order of ids: two writers never wait in a ring. */
final class Newest {
  private Newest() {}

  static <T> Collection<T> of(
      List<T> said, Function<T, UUID> customer, ToLongFunction<T> revision) {
    var newest = new TreeMap<String, T>();
    for (T one : said) {
      newest.merge(
          customer.apply(one).toString(),
          one,
          (a, b) -> revision.applyAsLong(a) >= revision.applyAsLong(b) ? a : b);
    }
    return newest.values();
  }
}
