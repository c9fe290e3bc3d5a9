package dev.homeport.analytics.segment;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What segments see of one customer at a moment.
 *
 * @param subject with the traits that were asked for
 */
public record Known(Subject subject, Moment moment) {

  /** Where it is found. */
  public interface Lookup {

    /** Empty for whoever cannot be in segments. */
    Optional<Known> of(UUID customer, Set<Trait> traits);
  }

  /** Whether an expression holds. */
  public boolean fits(Expression expression) {
    return expression.at(moment).test(subject);
  }

  /** The value of an attribute; null when it is not known. */
  public @Nullable Object value(Attribute attribute) {
    return attribute.value().of(new Frame(subject, moment, 0));
  }

  /** The purposes that the customer's data may be used for, in the order of their names. */
  public List<String> consents() {
    return Functions.consents(new Frame(subject, moment, 0)).keySet().stream().sorted().toList();
  }
}
