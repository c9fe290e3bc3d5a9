package dev.homeport.platform.openapi;

import dev.homeport.platform.problem.WireName;
import java.util.List;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/** Schemas say what is on the wire: names of constants, and absent fields instead of null ones. */
final class WireSchemas {
  private WireSchemas() {}

  static void describe(OpenAPI document) {
    Schemas.visit(
        document,
        schema -> {
          rename(schema);
          writeAsText(schema);
          referNotNull(schema);
        });
  }

  /** Constants of enums appear by the names that they have in JSON. */
  private static void rename(Schema schema) {
    List<Object> constants = schema.getEnumeration();
    if (constants != null && constants.stream().allMatch(WireSchemas::isConstant)) {
      schema.setEnumeration(
          constants.stream().<Object>map(name -> WireName.of((String) name)).toList());
    }
  }

  /** Exact numbers, which unlike the others have no format, are decimal texts in JSON. */
  private static void writeAsText(Schema schema) {
    if (List.of(Schema.SchemaType.NUMBER).equals(schema.getType()) && schema.getFormat() == null) {
      schema.setRef("#/components/schemas/Decimal");
    }
  }

  /** A field that may be absent is never null; and what a reference says is not said twice. */
  private static void referNotNull(Schema schema) {
    List<Schema> alternatives = schema.getAnyOf();
    if (alternatives != null
        && alternatives.size() == 2
        && alternatives.get(0).getRef() != null
        && List.of(Schema.SchemaType.NULL).equals(alternatives.get(1).getType())) {
      schema.setRef(alternatives.get(0).getRef());
      schema.setAnyOf(null);
    }
    if (schema.getRef() != null) {
      schema.setType(null);
    }
  }

  private static boolean isConstant(@Nullable Object name) {
    return name instanceof String text && text.matches("[A-Z][A-Z0-9_]*");
  }
}
