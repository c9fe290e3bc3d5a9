package dev.homeport.customer.person;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Merges that stand, by number. A merge has a higher number than all that lie beneath it, so one
 * walk upwards or downwards sees a whole tree.
 */
public record Joins(List<Join> byNumber) {

  public Joins {
    byNumber = List.copyOf(byNumber);
  }

  /** What is shown of a customer, worked out from what each one beneath it was given. */
  public Portrait portrait(UUID top, Map<UUID, Portrait> own) {
    var portraits = new HashMap<>(own);
    for (Join join : byNumber) {
      Portrait absorbed = Objects.requireNonNull(portraits.get(join.absorbed()));
      portraits.computeIfPresent(
          join.survivor(), (_, survivor) -> survivor.with(absorbed, join.how()));
    }
    return Objects.requireNonNull(portraits.get(top));
  }

  /** Those that lie beneath a customer. */
  public Joins beneath(UUID top) {
    var inside = new HashSet<>(Set.of(top));
    var found = new ArrayList<Join>();
    for (Join join : byNumber.reversed()) {
      if (inside.contains(join.survivor())) {
        inside.add(join.absorbed());
        found.add(join);
      }
    }
    return new Joins(found.reversed());
  }
}
