package dev.homeport.analytics.rfm.rest;

import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import java.util.regex.Pattern;

/** Keys that tenants give to what they make: kebab case. */
final class SettingKey {
  static final int LENGTH = 64;
  static final String FORM = "[a-z0-9]+(-[a-z0-9]+)*";

  private static final Pattern PATTERN = Pattern.compile(FORM);

  private SettingKey() {}

  /** Refuses what cannot be a key: nothing can be made there. */
  static void require(String key) {
    if (key.length() > LENGTH || !PATTERN.matcher(key).matches()) {
      throw Problem.of(CommonProblem.NOT_FOUND);
    }
  }
}
