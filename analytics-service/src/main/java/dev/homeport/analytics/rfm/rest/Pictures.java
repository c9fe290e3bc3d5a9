package dev.homeport.analytics.rfm.rest;

import dev.homeport.analytics.chart.Picture;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import java.util.function.Supplier;

/** Answers that are JSON or a picture, as the caller accepts; JSON where both are as good. */
final class Pictures {
  static final String SVG = Picture.MEDIA_TYPE;

  /** As short as one can be. */
  static final String EXAMPLE =
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 240" role="img"></svg>""";

  private static final List<Variant> VARIANTS =
      Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, MediaType.valueOf(SVG)).add().build();

  private Pictures() {}

  static Response answer(Request request, Object view, Supplier<Picture> picture) {
    Variant chosen = request.selectVariant(VARIANTS);
    boolean drawn = chosen != null && chosen.getMediaType().toString().equals(SVG);
    return drawn
        ? Response.ok(picture.get().document(), SVG + ";charset=UTF-8").build()
        : Response.ok(view, MediaType.APPLICATION_JSON_TYPE).build();
  }
}
