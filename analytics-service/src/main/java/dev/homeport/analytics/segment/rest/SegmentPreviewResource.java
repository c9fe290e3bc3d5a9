package dev.homeport.analytics.segment.rest;

import dev.homeport.analytics.AnalyticsProblem;
import dev.homeport.analytics.segment.Expression;
import dev.homeport.analytics.segment.Expressions;
import dev.homeport.analytics.segment.Previews;
import dev.homeport.analytics.segment.Segment;
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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Trying expressions. */
@Path("/v1")
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
  @Path("segments/preview")
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
  public PreviewView preview(@Valid PreviewRequest request) {
    Expression expression = Checks.sound(request.expression());
    Optional<Segment> instead = Optional.ofNullable(request.key()).map(found::segment);
    if (instead.filter(segment -> segment.kind() == Segment.Kind.STATIC).isPresent()) {
      throw Problem.of(AnalyticsProblem.SEGMENT_KIND_FIXED).at("/key", "is that of a list");
    }
    return PreviewView.of(expression, previews.of(expression, instead));
  }

  @POST
  @Path("segments/check")
  @Idempotent
  @PermissionsAllowed("analytics:read")
  @Operation(
      operationId = "checkSegmentExpression",
      summary = "Check an expression",
      description =
          "What is wrong with it and where, for an editor; an expression that is wrong is a good"
              + " question here.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = CheckRequest.class),
              examples = @ExampleObject(name = "typo", value = SegmentExamples.CHECK_REQUEST)))
  @APIResponse(
      responseCode = "200",
      description = "Whether it is right.",
      content =
          @Content(
              schema = @Schema(implementation = CheckView.class),
              examples = @ExampleObject(name = "typo", value = SegmentExamples.CHECK)))
  public CheckView check(@Valid CheckRequest request) {
    return CheckView.of(Expressions.compile(request.expression()));
  }
}
