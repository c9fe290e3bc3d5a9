package dev.homeport.analytics.rfm.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.homeport.analytics.rfm.Grid;
import dev.homeport.analytics.rfm.GridDocument;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The grids that come with the service. */
class ShippedGrids {
  private static final String GRID25 = "/grids/grid25.json";

  @Produces
  @Singleton
  Grid grid25(ObjectMapper json) {
    try (var document = ShippedGrids.class.getResourceAsStream(GRID25)) {
      if (document == null) {
        throw new FileNotFoundException(GRID25);
      }
      return json.readValue(document, GridDocument.class).grid();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
