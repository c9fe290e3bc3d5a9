package dev.homeport.analytics.segment;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The traits of one customer, as far as they are needed. */
@FunctionalInterface
public interface Subject {

  /** The value of a trait; null when it is not known. */
  @Nullable Object get(Trait trait);

  /** One whose traits are all there. */
  static Subject of(Map<Trait, Object> traits) {
    var copy = new EnumMap<Trait, Object>(Trait.class);
    copy.putAll(traits);
    return copy::get;
  }
}
