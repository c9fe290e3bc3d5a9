package dev.homeport.analytics.segment.rest;

import dev.homeport.analytics.segment.Attribute;
import dev.homeport.analytics.segment.Attributes;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What expressions can ask. */
@Path("/v1/segment-attributes")
@Tag(name = "Segments")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class SegmentAttributesResource {

  @GET
  @PermissionsAllowed("analytics:read")
  @Operation(
      operationId = "listSegmentAttributes",
      summary = "See what expressions can ask",
      description = "Every attribute with its type, what it means, and an expression that uses it.")
  @APIResponse(
      responseCode = "200",
      description = "The attributes.",
      content =
          @Content(
              schema = @Schema(implementation = Catalogue.class),
              examples = @ExampleObject(name = "one", value = SegmentExamples.ATTRIBUTES)))
  public Catalogue list() {
    return new Catalogue(Attributes.all().stream().map(AttributeView::of).toList());
  }

  /** All attributes. */
  @Schema(name = "SegmentAttributes")
  record Catalogue(List<AttributeView> attributes) {}

  /** An attribute. */
  @Schema(name = "SegmentAttribute")
  record AttributeView(
      @Schema(examples = "orders.count") String name,
      @Schema(examples = "int") String type,
      @Schema(examples = "Orders that count.") String meaning,
      @Schema(examples = "orders.count >= 3") String expression,
      @Schema(description = "Whether it may become another with every day by itself.")
          boolean daily) {

    private static AttributeView of(Attribute attribute) {
      return new AttributeView(
          attribute.name(),
          attribute.type().text(),
          attribute.meaning(),
          attribute.example(),
          attribute.daily());
    }
  }
}
