package dev.homeport.analytics.segment.rest;

import dev.homeport.analytics.segment.Attribute;
import dev.homeport.analytics.segment.Expression;
import dev.homeport.analytics.segment.Previews.Preview;
import dev.homeport.platform.id.Ids;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an expression would come to. */
@Schema(name = "SegmentPreview")
record PreviewView(
    @Schema(description = "Customers who can be in segments.", examples = "4339") long population,
    @Schema(examples = "341") long size,
    @Schema(examples = "130") long enters,
    @Schema(description = "Up to 100 of those who would enter.", maxItems = 100)
        List<String> entering,
    @Schema(examples = "7") long leaves,
    @Schema(description = "Up to 100 of those who would leave.", maxItems = 100)
        List<String> leaving,
    List<String> attributes,
    boolean daily,
    List<String> warnings) {

  static PreviewView of(Expression expression, Preview preview) {
    return new PreviewView(
        preview.population(),
        preview.size(),
        preview.enters(),
        ids(preview.entering()),
        preview.leaves(),
        ids(preview.leaving()),
        expression.attributes().stream().map(Attribute::name).toList(),
        expression.daily(),
        preview.population() == 0
            ? List.of()
            : preview.unknown().stream()
                .map(attribute -> "`" + attribute.name() + "` is known of nobody.")
                .toList());
  }

  private static List<String> ids(List<UUID> customers) {
    return customers.stream().map(customer -> Ids.show("cus", customer)).toList();
  }
}
