package dev.homeport.analytics.segment.rest;

import dev.homeport.analytics.segment.Expressions;
import dev.homeport.platform.idempotency.Idempotent;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Checking expressions as they are written. */
@Path("/v1/segments/check")
@Tag(name = "Segments")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class SegmentCheckResource {

  @POST
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
  public Response check(@Valid CheckRequest request) {
    return Response.ok(CheckView.of(Expressions.compile(request.expression()))).build();
  }
}
