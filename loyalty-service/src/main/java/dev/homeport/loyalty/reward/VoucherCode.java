package dev.homeport.loyalty.reward;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Codes of sixteen letters and digits, none of which look alike: 80 random bits, so that nobody
 * finds one by trying.
 */
public final class VoucherCode {
  private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final int LENGTH = 16;
  private static final int GROUP = 4;
  private static final Pattern FORM = Pattern.compile("[2-9A-HJ-NP-Z]{16}");
  private static final SecureRandom RANDOM = new SecureRandom();

  private VoucherCode() {}

  /** A new one. */
  public static String next() {
    var code = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return code.toString();
  }

  /** As people read it: in groups of four. */
  public static String show(String code) {
    return code.replaceAll("(.{" + GROUP + "})(?=.)", "$1-");
  }

  /** Reads what people type: in any case, with hyphens and spaces anywhere. */
  public static Optional<String> read(String typed) {
    String code = typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    return FORM.matcher(code).matches() ? Optional.of(code) : Optional.empty();
  }
}
