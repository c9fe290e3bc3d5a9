package dev.homeport.gateway.docs;

import dev.homeport.gateway.document.Representation;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The files of the page, all of them on the class path; read when they are first asked for. */
@ApplicationScoped
class Assets {
  private static final String OURS = "docs/";
  private static final String SWAGGER_UI = "META-INF/resources/webjars/swagger-ui/%s/";
  private static final String SWAGGER_UI_VERSION =
      "META-INF/maven/org.webjars/swagger-ui/pom.properties";

  private static final Map<String, String> TYPES =
      Map.of(
          "index.html", "text/html;charset=UTF-8",
          "docs.css", "text/css;charset=UTF-8",
          "docs.js", "text/javascript;charset=UTF-8",
          "icon.svg", "image/svg+xml",
          "swagger-ui.css", "text/css;charset=UTF-8",
          "swagger-ui-bundle.js", "text/javascript;charset=UTF-8");

  private final ConcurrentMap<String, Representation> read = new ConcurrentHashMap<>();

  /** Empty when the page has no such file. */
  Optional<Representation> find(String name) {
    String type = TYPES.get(name);
    return type == null
        ? Optional.empty()
        : Optional.of(
            read.computeIfAbsent(name, _ -> Representation.of(type, bytes(folder(name) + name))));
  }

  private static String folder(String name) {
    return name.startsWith("swagger-ui") ? SWAGGER_UI.formatted(swaggerUiVersion()) : OURS;
  }

  private static String swaggerUiVersion() {
    var properties = new Properties();
    try (InputStream in = open(SWAGGER_UI_VERSION)) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }

  private static byte[] bytes(String resource) {
    try (InputStream in = open(resource)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String resource) throws IOException {
    InputStream found =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(resource);
    if (found == null) {
      throw new FileNotFoundException(resource);
    }
    return found;
  }
}
