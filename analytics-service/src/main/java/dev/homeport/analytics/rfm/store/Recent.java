package dev.homeport.analytics.rfm.store;

import java.util.LinkedHashMap;
import java.util.Map;

/** Holds so many entries, those that were used last; not for several threads at a time. */
final class Recent<K, V> extends LinkedHashMap<K, V> {
  private static final long serialVersionUID = 1;

  private final int bound;

  Recent(int bound) {
    super(16, 0.75f, true);
    this.bound = bound;
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > bound;
  }
}
