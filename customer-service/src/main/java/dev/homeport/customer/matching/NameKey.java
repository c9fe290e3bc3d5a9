package dev.homeport.customer.matching;

import dev.homeport.customer.contact.SearchText;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * A name as names are compared: its words in Latin letters, in the order of the alphabet, because
 * people write the family name first or last. Umlauts are compared in their short spelling, and
 * Cyrillic and Greek letters as they are commonly written in Latin ones.
 *
 * @param words at least one
 */
public record NameKey(List<String> words) {
  private static final JaroWinklerSimilarity SIMILARITY = new JaroWinklerSimilarity();
  private static final double SAME_WORD = 0.92;
  private static final double LIKE_WORD = 0.85;
  private static final int SHORTEST_MISTYPED = 5;
  private static final int STEM = 4;
  private static final Map<Integer, String> LETTERS = letters();

  public NameKey {
    words = List.copyOf(words);
  }

  /** The key of a name. */
  public static NameKey of(String name) {
    return new NameKey(
        Arrays.stream(latin(SearchText.of(name)).split(" ", -1))
            .filter(word -> !word.isEmpty())
            .map(NameKey::shortSpelling)
            .sorted()
            .toList());
  }

  /** How far two names agree. */
  public enum Likeness {
    /** Every word is there in both. */
    SAME,
    /** Every word of the shorter one is there, which has two at least. */
    CONTAINED,
    /** The same, but for typing errors and words of which only the first letter is there. */
    LIKE,
    /** Half of the words are the same: the family's name, mostly. */
    HALF,
    /** Nothing in common. */
    DIFFERENT;

    /** Whether both can be one person's. */
    public boolean compatible() {
      return compareTo(LIKE) <= 0;
    }

    /** Whether they are: Daniel and Daniela are alike too. */
    public boolean sure() {
      return compareTo(CONTAINED) <= 0;
    }
  }

  /** How far this name agrees with another one. */
  public Likeness likeness(NameKey other) {
    NameKey fewer = words.size() <= other.words.size() ? this : other;
    NameKey more = fewer == this ? other : this;
    int all = fewer.words.size();
    if (words.equals(other.words)) {
      return Likeness.SAME;
    }
    long same = fewer.words.stream().filter(more.words::contains).count();
    if (same == all && all >= 2) {
      return more.words.size() == all ? Likeness.SAME : Likeness.CONTAINED;
    }
    long like =
        fewer.words.stream()
            .filter(word -> !more.words.contains(word))
            .filter(word -> more.begins(word) || more.best(word) >= LIKE_WORD)
            .count();
    if (all >= 2 && same + like == all) {
      return Likeness.LIKE;
    }
    return 2 * (same + like) >= all ? Likeness.HALF : Likeness.DIFFERENT;
  }

  /** Whether both can have the same family name: any two words of three letters or more agree. */
  public boolean sharesFamilyName(NameKey other) {
    return words.stream().filter(word -> word.length() >= 3).anyMatch(other::has);
  }

  /** The beginnings of the words, by which likely equals are found: typing errors come later. */
  List<String> stems() {
    return words.stream()
        .filter(word -> word.length() >= 3)
        .map(word -> word.substring(0, Math.min(STEM, word.length())))
        .distinct()
        .toList();
  }

  private boolean has(String word) {
    return best(word) >= SAME_WORD;
  }

  private boolean begins(String word) {
    return words.stream()
        .anyMatch(
            other ->
                (word.length() == 1 || other.length() == 1) && word.charAt(0) == other.charAt(0));
  }

  /** Short words are names of their own when one letter differs: Jan and Jana. */
  private double best(String word) {
    return words.stream()
        .mapToDouble(other -> other.equals(word) ? 1 : similarity(other, word))
        .max()
        .orElse(0);
  }

  private static double similarity(String one, String other) {
    return Math.min(one.length(), other.length()) < SHORTEST_MISTYPED
        ? 0
        : SIMILARITY.apply(one, other);
  }

  /** {@code Mueller} and {@code Müller}, {@code Sergey} and {@code Sergei} are one name. */
  private static String shortSpelling(String word) {
    return word.replace("ae", "a").replace("oe", "o").replace("ue", "u").replace('y', 'i');
  }

  private static String latin(String text) {
    return text.codePoints()
        .mapToObj(letter -> LETTERS.getOrDefault(letter, Character.toString(letter)))
        .collect(Collectors.joining());
  }

  /** Cyrillic after BGN/PCGN, Greek after ELOT 743, both without marks. */
  private static Map<Integer, String> letters() {
    var letters = new HashMap<Integer, String>();
    put(
        letters,
        "а a б b в v г g д d е e ж zh з z и i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts"
            + " ч ch ш sh щ shch ъ - ы y ь - э e ю yu я ya і i є e ґ g ј j љ lj њ nj ћ c ђ d џ dz");
    put(
        letters,
        "α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f"
            + " χ ch ψ ps ω o");
    return Map.copyOf(letters);
  }

  private static void put(Map<Integer, String> letters, String table) {
    String[] cells = table.split(" ", -1);
    for (int i = 0; i < cells.length; i += 2) {
      letters.put(cells[i].codePointAt(0), cells[i + 1].equals("-") ? "" : cells[i + 1]);
    }
  }
}
