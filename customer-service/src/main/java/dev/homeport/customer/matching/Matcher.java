package dev.homeport.customer.matching;

import dev.homeport.customer.matching.Evidence.Agreement;
import dev.homeport.customer.matching.Evidence.Subject;
import dev.homeport.customer.matching.Match.Objection;
import dev.homeport.customer.matching.Traits.Key;
import dev.homeport.customer.matching.Traits.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Compares customers. A contact point that more names share than count, that of a family, an office
 * or a parcel shop, says nothing; one that so many customers have that nobody reads them all
 * neither.
 */
public final class Matcher {
  /** As many customers with a value are looked at; a value of more is nobody's own. */
  public static final int LARGEST_BLOCK = 60;

  private final Rules rules;
  private final Map<Key, List<Traits>> blocks;
  private final Map<Key, Integer> names = new HashMap<>();

  /**
   * @param blocks all customers that have a value; one with more than {@link #LARGEST_BLOCK} may be
   *     cut off after one more
   */
  public Matcher(Rules rules, Map<Key, List<Traits>> blocks) {
    this.rules = rules;
    this.blocks = blocks;
  }

  /** Whether others are to be found by the value at all. */
  public static boolean finds(List<Traits> block) {
    return block.size() <= LARGEST_BLOCK;
  }

  /** What is to be thought of two customers; empty when they are two people. */
  public Optional<Match> compare(Traits one, Traits other) {
    List<Evidence> evidence = evidence(one, other);
    double score = Weights.sum(evidence);
    boolean certain = certain(one, other);
    return certain || score >= rules.threshold()
        ? Optional.of(
            new Match(score, evidence, certain, certain ? objection(one, other) : Optional.empty()))
        : Optional.empty();
  }

  private List<Evidence> evidence(Traits one, Traits other) {
    var evidence = new ArrayList<Evidence>();
    NameKey mine = one.name();
    NameKey others = other.name();
    if (mine != null && others != null) {
      evidence.add(Weights.of(Subject.NAME, agreement(mine.likeness(others))));
    }
    evidence.add(
        contact(
            Subject.EMAIL,
            Kind.EMAIL,
            one.emails(),
            other.emails(),
            Kind.LOCAL,
            one.locals(),
            other.locals()));
    evidence.add(
        contact(
            Subject.PHONE,
            Kind.PHONE,
            one.phones(),
            other.phones(),
            Kind.TAIL,
            one.tails(),
            other.tails()));
    evidence.add(address(one, other));
    if (one.birthday() != null && other.birthday() != null) {
      evidence.add(
          Weights.of(
              Subject.BIRTHDAY,
              one.birthday().equals(other.birthday()) ? Agreement.SAME : Agreement.DIFFERENT));
    }
    evidence.removeIf(each -> each.weight() == 0 && each.agreement() == Agreement.DIFFERENT);
    return evidence;
  }

  private static Agreement agreement(NameKey.Likeness likeness) {
    return switch (likeness) {
      case SAME -> Agreement.SAME;
      case CONTAINED -> Agreement.CONTAINED;
      case LIKE -> Agreement.LIKE;
      case HALF -> Agreement.HALF;
      case DIFFERENT -> Agreement.DIFFERENT;
    };
  }

  private Evidence contact(
      Subject field,
      Kind whole,
      Set<String> mine,
      Set<String> theirs,
      Kind part,
      Set<String> myParts,
      Set<String> theirParts) {
    if (mine.isEmpty() || theirs.isEmpty()) {
      return Weights.nothing(field, Agreement.DIFFERENT);
    }
    if (common(whole, mine, theirs)) {
      return Weights.of(field, Agreement.SAME);
    }
    if (!Collections.disjoint(mine, theirs)) {
      return Weights.nothing(field, Agreement.SHARED_BY_MANY);
    }
    return Weights.of(
        field, common(part, myParts, theirParts) ? Agreement.PART : Agreement.DIFFERENT);
  }

  private Evidence address(Traits one, Traits other) {
    if (one.places().isEmpty() || other.places().isEmpty()) {
      return Weights.nothing(Subject.ADDRESS, Agreement.DIFFERENT);
    }
    if (common(Kind.DOOR, one.doors(), other.doors())) {
      return Weights.of(Subject.ADDRESS, Agreement.SAME);
    }
    if (!Collections.disjoint(one.doors(), other.doors())) {
      return Weights.nothing(Subject.ADDRESS, Agreement.SHARED_BY_MANY);
    }
    return Collections.disjoint(one.areas(), other.areas())
        ? Weights.of(Subject.ADDRESS, Agreement.DIFFERENT)
        : Weights.of(Subject.POSTCODE, Agreement.SAME);
  }

  /** Whether both have a value that is not shared by too many names. */
  private boolean common(Kind kind, Set<String> mine, Set<String> theirs) {
    return mine.stream().anyMatch(value -> theirs.contains(value) && counts(kind, value));
  }

  private boolean counts(Kind kind, String value) {
    return names(new Key(kind, value)) <= rules.namesPerContact();
  }

  private int names(Key key) {
    List<Traits> block = blocks.getOrDefault(key, List.of());
    return finds(block) ? names.computeIfAbsent(key, _ -> Traits.names(block)) : Integer.MAX_VALUE;
  }

  private boolean certain(Traits one, Traits other) {
    NameKey mine = one.name();
    NameKey theirs = other.name();
    return common(Kind.EMAIL, one.verifiedEmails(), other.verifiedEmails())
        || (mine != null
            && theirs != null
            && mine.sharesFamilyName(theirs)
            && common(Kind.PHONE, one.phones(), other.phones()));
  }

  private Optional<Objection> objection(Traits one, Traits other) {
    NameKey mine = one.name();
    NameKey theirs = other.name();
    if (mine != null && theirs != null) {
      if (!mine.likeness(theirs).sure()) {
        return Optional.of(Objection.NAMES_DIFFER);
      }
    } else if (sharedEmailNames(one, other) > 1) {
      return Optional.of(Objection.NAME_UNKNOWN);
    }
    if (one.birthday() != null
        && other.birthday() != null
        && !one.birthday().day().equals(other.birthday().day())) {
      return Optional.of(Objection.BIRTHDAYS_DIFFER);
    }
    return concurrent(one, other)
        ? Optional.of(Objection.CONCURRENT_ON_ONE_CHANNEL)
        : Optional.empty();
  }

  private int sharedEmailNames(Traits one, Traits other) {
    return one.verifiedEmails().stream()
        .filter(other.verifiedEmails()::contains)
        .mapToInt(email -> names(new Key(Kind.EMAIL, email)))
        .min()
        .orElse(0);
  }

  /** Whether the two were active on one channel at the same time. */
  public static boolean concurrent(Traits one, Traits other) {
    return one.presences().stream()
        .anyMatch(presence -> other.presences().stream().anyMatch(presence::concurrent));
  }
}
