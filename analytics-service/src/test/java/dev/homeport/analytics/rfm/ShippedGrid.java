package dev.homeport.analytics.rfm;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.homeport.platform.http.JsonRules;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The grids of the service, for tests that need no service. */
public final class ShippedGrid {
  private static final ObjectMapper JSON =
      JsonRules.apply(JsonMapper.builder().findAndAddModules().build());

  private ShippedGrid() {}

  public static Grid grid25() {
    return of("grid25");
  }

  public static Grid of(String key) {
    return document(key).grid(key);
  }

  static GridDocument document(String key) {
    try (var document = Grid.class.getResourceAsStream("/grids/" + key + ".json")) {
      return JSON.readValue(document, GridDocument.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
