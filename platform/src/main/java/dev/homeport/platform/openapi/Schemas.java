package dev.homeport.platform.openapi;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** All schemas of a document, wherever they stand, each once. */
final class Schemas {
  private final Set<Schema> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Consumer<Schema> visitor;

  private Schemas(Consumer<Schema> visitor) {
    this.visitor = visitor;
  }

  /** Visits every schema, an outer one before those inside it. */
  static void visit(OpenAPI document, Consumer<Schema> visitor) {
    var walk = new Schemas(visitor);
    walk.components(document.getComponents());
    operations(document).forEach(walk::operation);
  }

  /** Visits a schema and those that stand inside it; not those that it refers to. */
  static void visit(@Nullable Schema schema, Consumer<Schema> visitor) {
    new Schemas(visitor).schema(schema);
  }

  /** All operations of a document. */
  static Stream<Operation> operations(OpenAPI document) {
    return document.getPaths().getPathItems().values().stream()
        .flatMap(item -> item.getOperations().values().stream());
  }

  /** The schemas with which a caller says something: of parameters and bodies. */
  static List<Schema> sent(Operation operation) {
    var sent = new ArrayList<Schema>();
    if (operation.getParameters() != null) {
      operation.getParameters().stream()
          .map(Parameter::getSchema)
          .filter(schema -> schema != null)
          .forEach(sent::add);
    }
    if (operation.getRequestBody() != null) {
      media(operation.getRequestBody().getContent()).forEach(sent::add);
    }
    return sent;
  }

  private void components(Components components) {
    schemas(values(components.getSchemas()));
    values(components.getParameters()).stream().map(Parameter::getSchema).forEach(this::schema);
    values(components.getHeaders()).stream().map(Header::getSchema).forEach(this::schema);
    values(components.getResponses()).forEach(this::response);
  }

  private void operation(Operation operation) {
    schemas(sent(operation));
    operation.getResponses().getAPIResponses().values().forEach(this::response);
  }

  private void response(APIResponse response) {
    media(response.getContent()).forEach(this::schema);
    values(response.getHeaders()).stream().map(Header::getSchema).forEach(this::schema);
  }

  private void schema(@Nullable Schema schema) {
    if (schema == null || !seen.add(schema)) {
      return;
    }
    visitor.accept(schema);
    schema(schema.getItems());
    schema(schema.getAdditionalPropertiesSchema());
    schema(schema.getNot());
    schemas(values(schema.getProperties()));
    schemas(schema.getAllOf());
    schemas(schema.getAnyOf());
    schemas(schema.getOneOf());
  }

  private void schemas(@Nullable Collection<Schema> schemas) {
    if (schemas != null) {
      schemas.forEach(this::schema);
    }
  }

  private static Stream<Schema> media(@Nullable Content content) {
    return content == null
        ? Stream.empty()
        : values(content.getMediaTypes()).stream()
            .map(MediaType::getSchema)
            .filter(schema -> schema != null);
  }

  private static <T> Collection<T> values(@Nullable Map<String, T> map) {
    return map == null ? List.of() : map.values();
  }
}
