package dev.homeport.analytics.segment;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** A rule that is checked and ready to be asked about customers. */
public final class Expression {
  private final String text;
  private final List<Attribute> attributes;
  private final Set<Trait> traits;
  private final boolean daily;
  private final int locals;
  private final Term term;

  Expression(
      String text,
      List<Attribute> attributes,
      Set<Trait> traits,
      boolean daily,
      int locals,
      Term term) {
    this.text = text;
    this.attributes = List.copyOf(attributes);
    this.traits = traits.isEmpty() ? Set.of() : EnumSet.copyOf(traits);
    this.daily = daily;
    this.locals = locals;
    this.term = term;
  }

  /** As it was written. */
  public String text() {
    return text;
  }

  /** The attributes that it names, in the order of their names. */
  public List<Attribute> attributes() {
    return attributes;
  }

  /** What it needs to be told of a customer. */
  public Set<Trait> traits() {
    return Set.copyOf(traits);
  }

  /** Whether its answer may become another from one day to the next by itself. */
  public boolean daily() {
    return daily;
  }

  /** Asks about one customer after the other, on one thread. */
  public Predicate<Subject> at(Moment moment) {
    var frame = new Frame(_ -> null, moment, locals);
    return subject -> Values.holds(term.of(frame.on(subject)));
  }

  /** Which of its attributes are not known of a customer. */
  public static boolean unknown(Attribute attribute, Subject subject, Moment moment) {
    Object value = attribute.value().of(new Frame(subject, moment, 0));
    return switch (value) {
      case null -> true;
      case List<?> list -> list.isEmpty();
      case java.util.Map<?, ?> map -> map.isEmpty();
      default -> false;
    };
  }
}
