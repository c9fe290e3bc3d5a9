package dev.homeport.platform.openapi;

import dev.homeport.platform.http.MergePatch;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * A merge patch is not the document that it changes: any field may be absent, and null removes one
 * that the document can do without (RFC 7396).
 */
final class PatchSchemas {
  private static final String SCHEMAS = "#/components/schemas/";

  private final OpenAPI document;

  private PatchSchemas(OpenAPI document) {
    this.document = document;
  }

  static void describe(OpenAPI document) {
    var patches = new PatchSchemas(document);
    Schemas.operations(document).forEach(patches::describe);
  }

  private void describe(Operation operation) {
    if (operation.getRequestBody() == null || operation.getRequestBody().getContent() == null) {
      return;
    }
    MediaType media =
        operation.getRequestBody().getContent().getMediaTypes().get(MergePatch.MEDIA_TYPE);
    if (media != null && media.getSchema() != null && media.getSchema().getRef() != null) {
      String name = media.getSchema().getRef().substring(SCHEMAS.length());
      Schema whole = Objects.requireNonNull(document.getComponents().getSchemas().get(name), name);
      document.getComponents().addSchema(name + "Patch", patch(name, whole));
      media.setSchema(OASFactory.createSchema().ref(SCHEMAS + name + "Patch"));
    }
  }

  private static Schema patch(String name, Schema whole) {
    Schema patch =
        OASFactory.createSchema()
            .addType(SchemaType.OBJECT)
            .description("What changes of a `" + name + "`; null removes.");
    List<String> needed = whole.getRequired() == null ? List.of() : whole.getRequired();
    Map<String, Schema> properties =
        whole.getProperties() == null ? Map.of() : whole.getProperties();
    properties.forEach(
        (field, value) -> patch.addProperty(field, needed.contains(field) ? value : orNull(value)));
    return patch;
  }

  private static Schema orNull(Schema value) {
    return OASFactory.createSchema()
        .addAnyOf(value)
        .addAnyOf(OASFactory.createSchema().addType(SchemaType.NULL));
  }
}
