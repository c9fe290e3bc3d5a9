package dev.homeport.analytics.chart;

import dev.homeport.analytics.chart.Canvas.Anchor;
import dev.homeport.analytics.chart.Canvas.Font;
import java.util.List;

/**
 * A finished picture.
 *
 * @param title what it shows
 * @param description what there is to see in it, for those who cannot
 * @param width in its own units, of which a phone shows one a pixel
 * @param height in the same units
 * @param body the elements, as SVG
 */
public record Picture(String title, String description, double width, double height, String body) {

  /** How wide pictures are: as a phone of 360 pixels less the margins. */
  public static final double WIDTH = 336;

  /** The media type of {@link #document}. */
  public static final String MEDIA_TYPE = "image/svg+xml";

  private static final double MARGIN = 10;
  private static final double HEADING = 12;
  private static final double ENLARGED = 2;

  /**
   * As an element of a page that has {@link Palette#style}.
   *
   * @param id is unique in the page, in kebab case
   */
  public String element(String id) {
    return svg(id + "-title", id + "-description", "", "");
  }

  /** As a file of its own, with its title written above it. */
  public String document() {
    var canvas = new Canvas();
    List<String> lines = Type.wrap(title, HEADING * Type.BOLD, width, 2);
    for (int i = 0; i < lines.size(); i++) {
      double y = MARGIN + HEADING * (1 + 1.25 * i);
      canvas.text(MARGIN, y, new Font(HEADING, Palette.INK, true), Anchor.START, lines.get(i));
    }
    double above = 2 * MARGIN + HEADING * (1.25 * lines.size() - 0.25);
    var whole =
        new Picture(
            title,
            description,
            width + 2 * MARGIN,
            above + height + MARGIN,
            "%s<g transform=\"translate(%s %s)\">%s</g>"
                .formatted(canvas.svg(), Canvas.plain(MARGIN), Canvas.plain(above), body));
    String ground =
        "<style>%s</style><rect%s width=\"100%%\" height=\"100%%\"/>"
            .formatted(Palette.style(), Palette.PAPER.as("fill"));
    return whole.svg("title", "description", whole.asFile(), ground);
  }

  private String asFile() {
    return " xmlns=\"http://www.w3.org/2000/svg\" width=\"%s\" height=\"%s\""
        .formatted(Canvas.plain(ENLARGED * width), Canvas.plain(ENLARGED * height));
  }

  private String svg(String titleId, String descriptionId, String more, String ground) {
    return """
    <svg%s viewBox="0 0 %s %s" role="img" aria-labelledby="%s %s" font-family="%s">\
    <title id="%s">%s</title><desc id="%s">%s</desc>%s%s</svg>"""
        .formatted(
            more,
            Canvas.plain(width),
            Canvas.plain(height),
            titleId,
            descriptionId,
            Xml.escape(Type.FAMILY),
            titleId,
            Xml.escape(title),
            descriptionId,
            Xml.escape(description),
            ground,
            body);
  }
}
