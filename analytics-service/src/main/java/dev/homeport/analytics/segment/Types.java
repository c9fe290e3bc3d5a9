package dev.homeport.analytics.segment;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;

/** Types of the language beside the simple ones. */
final class Types {
  static final CelType DATE = OpaqueType.create("date");
  static final CelType STRINGS = ListType.create(SimpleType.STRING);
  static final CelType FLAGS = MapType.create(SimpleType.STRING, SimpleType.BOOL);

  private Types() {}
}
