package dev.homeport.analytics.rfm.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.homeport.analytics.rfm.GridDocument;
import dev.homeport.analytics.rfm.Grids;
import jakarta.inject.Singleton;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The grids that come with the service. */
@Singleton
class ShippedGrids {
  private static final List<String> KEYS = List.of("grid25", "rf10", "code125", "shopify");

  private final TreeMap<String, Grids.Stored> grids = new TreeMap<>();

  ShippedGrids(ObjectMapper json) {
    KEYS.forEach(key -> grids.put(key, new Grids.Stored(key, read(key, json), true)));
  }

  Optional<Grids.Stored> find(String key) {
    return Optional.ofNullable(grids.get(key));
  }

  Collection<Grids.Stored> all() {
    return grids.values();
  }

  private static GridDocument read(String key, ObjectMapper json) {
    String path = "/grids/" + key + ".json";
    try (var document = ShippedGrids.class.getResourceAsStream(path)) {
      if (document == null) {
        throw new FileNotFoundException(path);
      }
      return json.readValue(document, GridDocument.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
