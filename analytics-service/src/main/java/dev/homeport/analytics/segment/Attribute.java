package dev.homeport.analytics.segment;

import java.util.Set;

/**
 * Something of a customer that an expression can ask for.
 *
 * @param name as it is written, for example {@code orders.count}
 * @param meaning a sentence for people
 * @param example an expression that uses it
 * @param traits what it is made of
 * @param daily whether it may become another from one day to the next by itself
 */
public record Attribute(
    String name,
    AttributeType type,
    String meaning,
    String example,
    Set<Trait> traits,
    boolean daily,
    Term value) {

  public Attribute {
    traits = Set.copyOf(traits);
  }
}
