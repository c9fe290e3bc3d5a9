package dev.homeport.analytics.segment;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a word that nobody knows may have been meant to be. */
final class Names {
  private static final int SHOWN = 6;

  /** Attributes first, so that one of them is offered rather than a function as far away. */
  private static final List<String> ALL =
      Stream.of(
              Attributes.all().stream().map(Attribute::name),
              Stream.of(Language.TODAY),
              Operations.all().keySet().stream()
                  .filter(name -> Character.isLetter(name.charAt(0)))
                  .sorted())
          .flatMap(names -> names)
          .toList();

  private Names() {}

  /** Offers the name that is not far from a word. */
  static Optional<String> nearest(String word) {
    String given = word.toLowerCase(Locale.ROOT);
    int limit = given.length() < 4 ? 1 : Math.max(2, given.length() / 3);
    return ALL.stream()
        .filter(name -> far(given, name) <= limit)
        .min(Comparator.comparingInt(name -> far(given, name)))
        .map("Did you mean `%s`?"::formatted);
  }

  /** Offers what begins with a word. */
  static Optional<String> parts(String word) {
    String parts =
        ALL.stream()
            .filter(name -> name.startsWith(word.split("\\.", 2)[0] + "."))
            .limit(SHOWN)
            .map("`%s`"::formatted)
            .collect(Collectors.joining(", "));
    return parts.isEmpty() ? Optional.empty() : Optional.of("There are " + parts + " ...");
  }

  /** Also close when only the last word is right: {@code lastDay} for {@code orders.lastDay}. */
  private static int far(String given, String name) {
    String own = name.toLowerCase(Locale.ROOT);
    String last = own.substring(own.lastIndexOf('.') + 1);
    String givenLast = given.substring(given.lastIndexOf('.') + 1);
    int byLast = givenLast.length() < 3 ? Integer.MAX_VALUE : 1 + distance(givenLast, last);
    return Math.min(distance(given, own), byLast);
  }

  /** How many letters differ (Levenshtein 1966). */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int above = row[j];
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
        diagonal = above;
      }
    }
    return row[b.length()];
  }
}
