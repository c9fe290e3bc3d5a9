package dev.homeport.order.channel;

import dev.homeport.platform.secret.Seal;
import java.util.regex.Pattern;

/** Identifiers that nobody can guess: 160 random bits in base 32, small letters. */
final class IntakeIds {
  private static final String DIGITS = "abcdefghijklmnopqrstuvwxyz234567";
  private static final int BYTES = 20;
  private static final int BITS = 5;
  private static final Pattern FORM = Pattern.compile("[a-z2-7]{32}");

  private IntakeIds() {}

  static String next() {
    byte[] random = Seal.random(BYTES);
    var text = new StringBuilder();
    for (int bit = 0; bit < BYTES * Byte.SIZE; bit += BITS) {
      int digit = 0;
      for (int i = bit; i < bit + BITS; i++) {
        digit = digit << 1 | random[i / Byte.SIZE] >> (Byte.SIZE - 1 - i % Byte.SIZE) & 1;
      }
      text.append(DIGITS.charAt(digit));
    }
    return text.toString();
  }

  /** Whether the text can be one. */
  static boolean plausible(String text) {
    return FORM.matcher(text).matches();
  }
}
