package dev.homeport.platform.openapi;

import dev.homeport.platform.problem.WireName;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Constants of enums appear in schemas by the names that they have in JSON. */
final class WireSchemas {
  private final Set<Schema> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private WireSchemas() {}

  static void rename(OpenAPI document) {
    var walk = new WireSchemas();
    if (document.getComponents().getSchemas() != null) {
      document.getComponents().getSchemas().values().forEach(walk::visit);
    }
    document.getPaths().getPathItems().values().stream()
        .flatMap(item -> item.getOperations().values().stream())
        .forEach(walk::visit);
  }

  private void visit(Operation operation) {
    if (operation.getParameters() != null) {
      operation.getParameters().stream().map(Parameter::getSchema).forEach(this::visit);
    }
    if (operation.getRequestBody() != null) {
      visit(operation.getRequestBody().getContent());
    }
    operation.getResponses().getAPIResponses().values().forEach(r -> visit(r.getContent()));
  }

  private void visit(@Nullable Content content) {
    if (content != null && content.getMediaTypes() != null) {
      content.getMediaTypes().values().stream().map(MediaType::getSchema).forEach(this::visit);
    }
  }

  private void visit(@Nullable Schema schema) {
    if (schema == null || !seen.add(schema)) {
      return;
    }
    List<Object> constants = schema.getEnumeration();
    if (constants != null && constants.stream().allMatch(WireSchemas::isConstant)) {
      schema.setEnumeration(
          constants.stream().<Object>map(name -> WireName.of((String) name)).toList());
    }
    Stream.of(schema.getItems(), schema.getAdditionalPropertiesSchema(), schema.getNot())
        .forEach(this::visit);
    if (schema.getProperties() != null) {
      visitAll(schema.getProperties().values());
    }
    visitAll(schema.getAllOf());
    visitAll(schema.getAnyOf());
    visitAll(schema.getOneOf());
  }

  private void visitAll(@Nullable Collection<Schema> schemas) {
    if (schemas != null) {
      schemas.forEach(this::visit);
    }
  }

  private static boolean isConstant(@Nullable Object name) {
    return name instanceof String text && text.matches("[A-Z][A-Z0-9_]*");
  }
}
