package dev.homeport.analytics.segment.store;

import dev.homeport.analytics.segment.Known;
import dev.homeport.analytics.segment.Subject;
import dev.homeport.analytics.segment.Trait;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Reads one customer, with everything that is asked for at once. */
@ApplicationScoped
class StoredKnown implements Known.Lookup {
  private final SubjectTable subjects;
  private final Moments moments;

  StoredKnown(SubjectTable subjects, Moments moments) {
    this.subjects = subjects;
    this.moments = moments;
  }

  @Override
  public Optional<Known> of(UUID customer, Set<Trait> traits) {
    var found = new ArrayList<Subject>(1);
    subjects.read(
        List.of(customer), traits, (_, subject) -> found.add(Subject.of(all(subject, traits))));
    return found.stream().findFirst().map(subject -> new Known(subject, moments.now()));
  }

  /** The row is gone by the time that the customer is looked at. */
  private static Map<Trait, Object> all(Subject row, Set<Trait> traits) {
    var values = new EnumMap<Trait, Object>(Trait.class);
    for (Trait trait : traits) {
      Object value = row.get(trait);
      if (value != null) {
        values.put(trait, value);
      }
    }
    return values;
  }
}
