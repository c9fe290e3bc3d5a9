package dev.homeport.platform.openapi;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Reference;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Leaves out shared parts that no operation of the service refers to. */
final class UnusedParts {
  private final Set<String> used = new HashSet<>();
  private final Components components;

  private UnusedParts(Components components) {
    this.components = components;
  }

  static void remove(OpenAPI document) {
    var parts = new UnusedParts(document.getComponents());
    Schemas.operations(document)
        .forEach(
            operation -> {
              each(operation.getParameters(), parts::parameter);
              Schemas.sent(operation).forEach(parts::schema);
              each(operation.getResponses().getAPIResponses().values(), parts::response);
            });
    parts.remove();
  }

  private void remove() {
    remove(components.getSchemas(), "schemas", components::removeSchema);
    remove(components.getParameters(), "parameters", components::removeParameter);
    remove(components.getResponses(), "responses", components::removeResponse);
    remove(components.getHeaders(), "headers", components::removeHeader);
  }

  private void remove(@Nullable Map<String, ?> parts, String kind, Consumer<String> removal) {
    if (parts != null) {
      for (String name : List.copyOf(parts.keySet())) {
        if (!used.contains("#/components/" + kind + '/' + name)) {
          removal.accept(name);
        }
      }
    }
  }

  private void parameter(Parameter parameter) {
    Parameter shared = shared(parameter, components.getParameters());
    schema(shared == null ? parameter.getSchema() : shared.getSchema());
  }

  private void response(APIResponse response) {
    APIResponse shared = shared(response, components.getResponses());
    APIResponse found = shared == null ? response : shared;
    if (found.getHeaders() != null) {
      found
          .getHeaders()
          .values()
          .forEach(
              header -> {
                var sharedHeader = shared(header, components.getHeaders());
                schema(sharedHeader == null ? header.getSchema() : sharedHeader.getSchema());
              });
    }
    if (found.getContent() != null && found.getContent().getMediaTypes() != null) {
      found.getContent().getMediaTypes().values().forEach(media -> schema(media.getSchema()));
    }
  }

  private void schema(@Nullable Schema schema) {
    Schemas.visit(
        schema,
        inner -> {
          String reference = inner.getRef();
          if (reference != null && used.add(reference)) {
            schema(components.getSchemas().get(name(reference)));
          }
        });
  }

  private <T extends Reference<T>> @Nullable T shared(T part, @Nullable Map<String, T> parts) {
    String reference = part.getRef();
    if (reference == null || parts == null) {
      return null;
    }
    used.add(reference);
    return parts.get(name(reference));
  }

  private static String name(String reference) {
    return reference.substring(reference.lastIndexOf('/') + 1);
  }

  private static <T> void each(@Nullable Collection<T> parts, Consumer<? super T> visitor) {
    if (parts != null) {
      parts.forEach(visitor);
    }
  }
}
