package dev.homeport.customer.contact;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Text as it is compared: lower case, without accents and punctuation, words apart by one space.
 * Writing and searching both pass through here, so a change needs all search values written anew.
 */
public final class SearchText {
  private static final int MAX_WORDS = 8;
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Letters that Unicode does not take apart into a base and a mark. */
  private static final Map<Character, String> LETTERS =
      Map.ofEntries(
          Map.entry('ß', "ss"),
          Map.entry('ø', "o"),
          Map.entry('ł', "l"),
          Map.entry('đ', "d"),
          Map.entry('ð', "d"),
          Map.entry('þ', "th"),
          Map.entry('æ', "ae"),
          Map.entry('œ', "oe"),
          Map.entry('ħ', "h"),
          Map.entry('ŧ', "t"),
          Map.entry('ı', "i"));

  private SearchText() {}

  /** The text as it is compared; empty when nothing of it can be. */
  public static String of(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    String bare = MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFKD)).replaceAll("");
    var spelled = new StringBuilder(bare.length());
    for (int i = 0; i < bare.length(); i++) {
      char letter = bare.charAt(i);
      spelled.append(LETTERS.getOrDefault(letter, String.valueOf(letter)));
    }
    return OTHERS.matcher(spelled).replaceAll(" ").strip();
  }

  /** The text from each of its words on, so that a prefix of any word finds it. */
  public static List<String> fromEachWord(String text) {
    String whole = of(text);
    var tails = new ArrayList<String>();
    for (int at = 0; at >= 0 && !whole.isEmpty() && tails.size() < MAX_WORDS; ) {
      tails.add(whole.substring(at));
      int space = whole.indexOf(' ', at);
      at = space < 0 ? -1 : space + 1;
    }
    return tails;
  }
}
