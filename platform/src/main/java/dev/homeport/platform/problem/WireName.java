package dev.homeport.platform.problem;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Constants of enums are kebab-case outside Java: {@code FULLY_RETURNED} is fully-returned. */
public final class WireName {
  private WireName() {}

  /** The name that a constant has in JSON and in parameters. */
  public static String of(Enum<?> constant) {
    try {
      JsonProperty named =
          constant.getDeclaringClass().getField(constant.name()).getAnnotation(JsonProperty.class);
      return named == null || named.value().isEmpty() ? of(constant.name()) : named.value();
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The name outside Java of a constant with this name. */
  public static String of(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
