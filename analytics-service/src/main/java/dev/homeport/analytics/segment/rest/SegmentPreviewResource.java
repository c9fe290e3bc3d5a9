package dev.homeport.analytics.segment.rest;

import dev.homeport.analytics.AnalyticsProblem;
import dev.homeport.analytics.segment.Expression;
import dev.homeport.analytics.segment.Previews;
import dev.homeport.analytics.segment.Segment;
import dev.homeport.analytics.segment.SegmentKind;
import dev.homeport.platform.idempotency.Idempotent;
import dev.homeport.platform.problem.Problem;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Trying expressions. */
@Path("/v1/segments/preview")
@Tag(name = "Segments")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class SegmentPreviewResource {
  private final Previews previews;
  private final Found found;

  SegmentPreviewResource(Previews previews, Found found) {
    this.previews = previews;
    this.found = found;
  }

  @POST
  @Idempotent
  @PermissionsAllowed("analytics:read")
  @Operation(
      operationId = "previewSegment",
      summary = "Try an expression",
      description =
          "How many belong in as things are now, and who would enter and leave if a segment had this"
              + " expression. Nobody is moved and nothing is told. Warns of attributes that are known"
              + " of nobody.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = PreviewRequest.class),
              examples = @ExampleObject(name = "new", value = SegmentExamples.PREVIEW_REQUEST)))
  @APIResponse(
      responseCode = "200",
      description = "What it comes to.",
      content =
          @Content(
              schema = @Schema(implementation = PreviewView.class),
              examples = @ExampleObject(name = "preview", value = SegmentExamples.PREVIEW)))
  public Response preview(@Valid PreviewRequest request) {
    Expression expression = Checks.sound(request.expression());
    Optional<Segment> instead = Optional.ofNullable(request.key()).map(found::segment);
    if (instead.filter(segment -> segment.kind() == SegmentKind.STATIC).isPresent()) {
      throw Problem.of(AnalyticsProblem.SEGMENT_KIND_FIXED).at("/key", "is that of a list");
    }
    return Response.ok(PreviewView.of(expression, previews.of(expression, instead))).build();
  }
}
