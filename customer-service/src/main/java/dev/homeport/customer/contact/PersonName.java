package dev.homeport.customer.contact;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a person is called. Orders tell only the full name, and it is never taken apart: which word
 * is the family's depends on the culture.
 */
public record PersonName(String full, @Nullable String given, @Nullable String family)
    implements Comparable<PersonName> {

  /** The longest of each part. */
  public static final int MAX_LENGTH = 200;

  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Cntrl}]+");
  private static final Comparator<PersonName> ORDER =
      Comparator.comparing(PersonName::full)
          .thenComparing(PersonName::given, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(PersonName::family, Comparator.nullsFirst(Comparator.naturalOrder()));

  /** A name of which at least one part is known; empty when no part has a letter in it. */
  public static Optional<PersonName> of(
      @Nullable String full, @Nullable String given, @Nullable String family) {
    String first = tidy(given);
    String last = tidy(family);
    String all = tidy(full);
    if (all == null) {
      all = tidy(Stream.of(first, last).filter(p -> p != null).collect(Collectors.joining(" ")));
    }
    return all == null || all.codePoints().noneMatch(Character::isLetter)
        ? Optional.empty()
        : Optional.of(new PersonName(all, first, last));
  }

  /** One space between words, none around, no control characters; null when nothing is left. */
  static @Nullable String tidy(@Nullable String part) {
    if (part == null) {
      return null;
    }
    String tidied = SPACES.matcher(part).replaceAll(" ").strip();
    return tidied.isEmpty() ? null : tidied;
  }

  @Override
  public int compareTo(PersonName other) {
    return ORDER.compare(this, other);
  }
}
