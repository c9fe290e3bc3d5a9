package dev.homeport.gateway.browser;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which codings a client takes (RFC 9110, section 12.5.3). */
public final class AcceptEncoding {

  private AcceptEncoding() {}

  /**
   * Whether it takes gzip.
   *
   * @param header as it came; null when there is none
   */
  public static boolean takesGzip(@Nullable String header) {
    if (header == null) {
      return false;
    }
    for (String coding : header.toLowerCase(Locale.ROOT).split(",")) {
      String plain = coding.replace(" ", "");
      if (plain.startsWith("gzip")) {
        return !plain.matches("gzip;q=0([.]0*)?");
      }
    }
    return false;
  }
}
