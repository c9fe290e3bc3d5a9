package dev.homeport.platform.country;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Country codes as merchants' exports really carry them: ISO 3166-1 alpha-2, the codes that the
 * standard leaves to users (AA, QM to QZ, XA to XZ, ZZ), and EU and UK.
 */
public final class Countries {
  private static final Set<String> ISO = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);
  private static final Pattern USER_ASSIGNED = Pattern.compile("AA|Q[M-Z]|X[A-Z]|ZZ");
  private static final Set<String> CUSTOMARY = Set.of("EU", "UK");

  private Countries() {}

  /** Whether the code stands for a country or for an agreed part of the world. */
  public static boolean known(String code) {
    return ISO.contains(code) || CUSTOMARY.contains(code) || USER_ASSIGNED.matcher(code).matches();
  }
}
