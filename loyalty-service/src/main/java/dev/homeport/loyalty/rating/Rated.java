package dev.homeport.loyalty.rating;

import dev.homeport.loyalty.fact.Fact;
import java.util.Comparator;
import java.util.List;

/**
 * A fact and what it deserves.
 *
 * @param awards of an order, one for each rule that gives points; a free return has none, what it
 *     takes back stands in the explanation
 */
public record Rated(Fact fact, List<Award> awards, Explanation explanation) {
  /** By the moment at which it happened. */
  public static final Comparator<Rated> IN_TIME =
      Comparator.comparing((Rated rated) -> rated.fact().occurredAt())
          .thenComparing(rated -> rated.fact().id());

  /** Copies. */
  public Rated {
    awards = List.copyOf(awards);
  }

  /** Deserved in all, negative for a claw-back. */
  public long points() {
    return explanation.points();
  }
}
