package dev.homeport.analytics.acquisition;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Where those came from whose first order has all of these traits.
 *
 * @param when of each trait the patterns one of which it matches, whatever the case: {@code *}
 *     stands for any characters, and alone for any value that is there
 */
public record AttributionRule(Origin origin, Map<Trait, List<String>> when) {

  public AttributionRule {
    if (when.isEmpty()) {
      throw new IllegalArgumentException("A rule without a trait would match everything");
    }
    var copy = new EnumMap<Trait, List<String>>(Trait.class);
    when.forEach((trait, patterns) -> copy.put(trait, List.copyOf(patterns)));
    when = copy;
  }
}
