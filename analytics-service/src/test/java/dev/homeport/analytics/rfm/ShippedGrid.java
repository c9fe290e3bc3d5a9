package dev.homeport.analytics.rfm;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The grid of the service, for tests that need no service. */
public final class ShippedGrid {
  private ShippedGrid() {}

  public static Grid grid25() {
    try (var document = Grid.class.getResourceAsStream("/grids/grid25.json")) {
      return new JsonMapper().readValue(document, GridDocument.class).grid();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
