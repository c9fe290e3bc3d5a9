package dev.homeport.analytics.cohort.rest;

import dev.homeport.analytics.chart.Picture;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** In which form a caller wants an answer: what its {@code Accept} prefers. */
final class Form {
  static final String JSON = MediaType.APPLICATION_JSON;
  static final String CSV = "text/csv";
  static final String SVG = Picture.MEDIA_TYPE;

  private static final List<Variant> ALL =
      Variant.mediaTypes(
              MediaType.APPLICATION_JSON_TYPE, MediaType.valueOf(CSV), MediaType.valueOf(SVG))
          .build();

  private Form() {}

  /** The answer in that form. */
  static Response of(
      Request request, Supplier<Object> json, Supplier<String> csv, Supplier<Picture> picture) {
    @Nullable Variant chosen = request.selectVariant(ALL);
    MediaType type = chosen == null ? MediaType.APPLICATION_JSON_TYPE : chosen.getMediaType();
    Object answer =
        switch (type.getSubtype()) {
          case "csv" -> csv.get();
          case "svg+xml" -> picture.get().document();
          default -> json.get();
        };
    return Response.ok(answer, type).build();
  }
}
