package dev.homeport.analytics.segment;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;

/** What values of an attribute are. */
public enum AttributeType {
  INT("int", SimpleType.INT),
  DOUBLE("double", SimpleType.DOUBLE),
  STRING("string", SimpleType.STRING),
  BOOL("bool", SimpleType.BOOL),
  DATE("date", Types.DATE),
  STRINGS("list(string)", Types.STRINGS),
  FLAGS("map(string, bool)", Types.FLAGS);

  private final String text;
  private final CelType type;

  AttributeType(String text, CelType type) {
    this.text = text;
    this.type = type;
  }

  /** As messages and documents name it. */
  public String text() {
    return text;
  }

  CelType type() {
    return type;
  }
}
