package dev.homeport.customer.person;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How one merge brings the values of the absorbed customer before the eyes of those who look at the
 * survivor. Nothing is copied: what is shown is worked out from what both have, so taking the merge
 * away takes its values away.
 *
 * @param at when it was merged
 * @param choices fields of which somebody said whose they are
 */
public record Takeover(Instant at, Map<Field, Side> choices) {

  public Takeover {
    choices = Map.copyOf(choices);
  }

  /** By the rules alone. */
  public static Takeover at(Instant at) {
    return new Takeover(at, Map.of());
  }

  /**
   * The better of two values: stated over seen, then the newer, then the longer.
   *
   * @param statedAt when the survivor's was last stated; null: never
   */
  <T extends Comparable<? super T>> Verdict<Known<T>> value(
      Field field, Known<T> own, Known<T> theirs, @Nullable Instant statedAt) {
    if (covers(statedAt) && !theirs.at().isAfter(Objects.requireNonNull(statedAt))) {
      return new Verdict<>(own, Side.SURVIVOR, Verdict.Reason.STATED_SINCE);
    }
    Side chosen = choices.get(field);
    if (chosen != null) {
      boolean taken = chosen == Side.ABSORBED && theirs.value() != null;
      return new Verdict<>(
          taken ? theirs : own, taken ? chosen : Side.SURVIVOR, Verdict.Reason.CHOSEN);
    }
    return better(own, theirs);
  }

  private static <T extends Comparable<? super T>> Verdict<Known<T>> better(
      Known<T> own, Known<T> theirs) {
    T mine = own.value();
    T other = theirs.value();
    if (mine == null || other == null) {
      return of(own, theirs, other != null, Verdict.Reason.ONLY);
    }
    if (mine.equals(other)) {
      return new Verdict<>(own.or(theirs), Side.SURVIVOR, Verdict.Reason.SAME);
    }
    if (own.stated() != theirs.stated()) {
      return of(own, theirs, theirs.stated(), Verdict.Reason.STATED);
    }
    if (!own.at().equals(theirs.at())) {
      return of(own, theirs, theirs.at().isAfter(own.at()), Verdict.Reason.NEWER);
    }
    int longer = Integer.compare(other.toString().length(), mine.toString().length());
    return longer != 0
        ? of(own, theirs, longer > 0, Verdict.Reason.LONGER)
        : of(own, theirs, other.compareTo(mine) < 0, Verdict.Reason.FIRST);
  }

  private static <T> Verdict<T> of(T own, T theirs, boolean absorbed, Verdict.Reason reason) {
    return absorbed
        ? new Verdict<>(theirs, Side.ABSORBED, reason)
        : new Verdict<>(own, Side.SURVIVOR, reason);
  }

  /** All contact points of both, unless the survivor's were stated as a whole since. */
  Verdict<Contacts> contacts(
      Field field, Contacts own, Contacts theirs, @Nullable Instant statedAt) {
    if (covers(statedAt)) {
      return new Verdict<>(
          joined(own, own, theirs.after(Objects.requireNonNull(statedAt))),
          Side.SURVIVOR,
          Verdict.Reason.STATED_SINCE);
    }
    Side chosen = choices.get(field);
    if (chosen != null) {
      Contacts value =
          chosen == Side.SURVIVOR
              ? joined(own, own, theirs.after(at))
              : joined(own, own.after(at), theirs);
      return new Verdict<>(value, chosen, Verdict.Reason.CHOSEN);
    }
    if (own.list().isEmpty() || theirs.list().isEmpty()) {
      return of(own, joined(own, own, theirs), !theirs.list().isEmpty(), Verdict.Reason.ONLY);
    }
    return new Verdict<>(joined(own, own, theirs), Side.SURVIVOR, Verdict.Reason.JOINED);
  }

  private static Contacts joined(Contacts since, Contacts one, Contacts other) {
    return new Contacts(
        Stream.concat(one.list().stream(), other.list().stream()).toList(), since.since());
  }

  /** All tags of both, unless the survivor's were stated since. */
  Verdict<List<String>> tags(List<String> own, List<String> theirs, @Nullable Instant statedAt) {
    if (covers(statedAt)) {
      return new Verdict<>(own, Side.SURVIVOR, Verdict.Reason.STATED_SINCE);
    }
    Side chosen = choices.get(Field.TAGS);
    if (chosen != null) {
      return new Verdict<>(chosen == Side.SURVIVOR ? own : theirs, chosen, Verdict.Reason.CHOSEN);
    }
    if (own.isEmpty() || theirs.isEmpty()) {
      return of(own, theirs, !theirs.isEmpty(), Verdict.Reason.ONLY);
    }
    var both = new ArrayList<>(own);
    both.addAll(theirs);
    List<String> joined = both.stream().distinct().sorted(Comparator.naturalOrder()).toList();
    return joined.equals(own) && joined.equals(theirs)
        ? new Verdict<>(own, Side.SURVIVOR, Verdict.Reason.SAME)
        : new Verdict<>(joined, Side.SURVIVOR, Verdict.Reason.JOINED);
  }

  /**
   * The attributes of both, of one that both have the value that was stated later, unless the
   * survivor's were stated since the merge.
   */
  Verdict<Map<String, JsonNode>> attributes(
      Map<String, JsonNode> own,
      Map<String, JsonNode> theirs,
      @Nullable Instant statedAt,
      @Nullable Instant theirsAt) {
    if (covers(statedAt)) {
      return new Verdict<>(own, Side.SURVIVOR, Verdict.Reason.STATED_SINCE);
    }
    Side chosen = choices.get(Field.ATTRIBUTES);
    if (chosen != null) {
      return new Verdict<>(chosen == Side.SURVIVOR ? own : theirs, chosen, Verdict.Reason.CHOSEN);
    }
    if (own.isEmpty() || theirs.isEmpty()) {
      return of(own, theirs, !theirs.isEmpty(), Verdict.Reason.ONLY);
    }
    if (own.equals(theirs)) {
      return new Verdict<>(own, Side.SURVIVOR, Verdict.Reason.SAME);
    }
    boolean later = theirsAt != null && (statedAt == null || theirsAt.isAfter(statedAt));
    var joined = new HashMap<>(later ? own : theirs);
    joined.putAll(later ? theirs : own);
    return new Verdict<>(joined, Side.SURVIVOR, Verdict.Reason.JOINED);
  }

  private boolean covers(@Nullable Instant statedAt) {
    return statedAt != null && statedAt.isAfter(at);
  }
}
