package dev.homeport.gateway.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.homeport.gateway.route.Match;
import dev.homeport.gateway.route.OwnPaths;
import dev.homeport.gateway.route.Route;
import dev.homeport.gateway.route.RouteTable;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The templates of the paths that the gateway answers itself, from its own document. */
@ApplicationScoped
class OwnTemplates {
  private static final String UNKNOWN = "unknown";

  private final OpenApiDocumentService document;
  private final ObjectMapper json;
  private @Nullable RouteTable table;

  OwnTemplates(OpenApiDocumentService document, ObjectMapper json) {
    this.document = document;
    this.json = json;
  }

  /** What it is known by; nothing of a path that is not the gateway's is told. */
  synchronized String of(String method, String path) {
    if (!OwnPaths.owns(path)) {
      return UNKNOWN;
    }
    if (path.startsWith("/q/") || path.startsWith("/docs")) {
      return path.startsWith("/docs") ? "/docs/*" : "/q/*";
    }
    RouteTable known = table == null ? read() : table;
    table = known;
    return known.match(method, path) instanceof Match.Found(Route route)
        ? route.template()
        : UNKNOWN;
  }

  private RouteTable read() {
    var routes = new ArrayList<Route>();
    try {
      byte[] own = document.getDocument(OpenApiConstants.DEFAULT_DOCUMENT_NAME, Format.JSON);
      for (var path : json.readTree(own).path("paths").properties()) {
        for (var operation : path.getValue().properties()) {
          String method = operation.getKey().toUpperCase(Locale.ROOT);
          routes.add(new Route("gateway", method, path.getKey(), false));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new RouteTable(List.of(), routes);
  }
}
