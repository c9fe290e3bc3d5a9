package dev.homeport.platform.paging;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** One read of a list by key: where to go on, how many rows to fetch, and the page made of them. */
public final class Paging {
  private final int limit;
  private final List<String> after;
  private final Function<List<String>, String> seal;

  Paging(int limit, List<String> after, Function<List<String>, String> seal) {
    this.limit = limit;
    this.after = List.copyOf(after);
    this.seal = seal;
  }

  /** The key of the last row of the page before, as text; empty on the first page. */
  public List<String> after() {
    return after;
  }

  /** Whether this is the first page. */
  public boolean first() {
    return after.isEmpty();
  }

  /** How many rows to read: one more than are shown, to know whether more follow. */
  public int fetch() {
    return limit + 1;
  }

  /**
   * The page of at most {@link #fetch} rows.
   *
   * @param key the values of the sort order that make a row unique, in the order in which the next
   *     page finds them in {@link #after}
   */
  public <R, V> Page<V> page(
      List<R> rows,
      Function<? super R, ? extends V> view,
      Function<? super R, ? extends List<?>> key) {
    if (rows.size() <= limit) {
      return new Page<>(rows.stream().<V>map(view).toList(), null);
    }
    List<R> shown = rows.subList(0, limit);
    List<String> last = key.apply(shown.getLast()).stream().map(Objects::toString).toList();
    return new Page<>(shown.stream().<V>map(view).toList(), seal.apply(last));
  }
}
