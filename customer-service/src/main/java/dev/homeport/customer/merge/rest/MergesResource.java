package dev.homeport.customer.merge.rest;

import dev.homeport.customer.merge.Merge;
import dev.homeport.customer.merge.Merges;
import dev.homeport.customer.merge.Merging;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.idempotency.Idempotent;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Merges, one at a time. */
@Path("/v1/merges/{id}")
@Tag(name = "Merges")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class MergesResource {
  private static final String ID_PATTERN = "^mrg_[0-9a-f-]{36}$";

  private final Merging merging;
  private final Merges merges;

  MergesResource(Merging merging, Merges merges) {
    this.merging = merging;
    this.merges = merges;
  }

  @GET
  @Transactional
  @PermissionsAllowed("customers:read")
  @Operation(
      operationId = "getMerge",
      summary = "Read a merge",
      description = "Who took whose place, why, and whether it still stands.")
  @APIResponse(
      responseCode = "200",
      description = "The merge.",
      content =
          @Content(
              schema = @Schema(implementation = MergeView.class),
              examples = @ExampleObject(name = "merge", value = MergeView.EXAMPLE)))
  public MergeView get(
      @Parameter(description = "The merge.", example = "mrg_0190a6f2-2b7c-7c1e-9a56-3f1d5b7e9c20")
          @PathParam("id")
          @Pattern(regexp = ID_PATTERN)
          String id) {
    return merges
        .find(Ids.readPath(Merge.PREFIX, id))
        .map(MergeView::of)
        .orElseThrow(() -> Problem.of(CommonProblem.NOT_FOUND));
  }

  @POST
  @Path("/reversal")
  @Idempotent
  @PermissionsAllowed("customers:write")
  @Operation(
      operationId = "reverseMerge",
      summary = "Take a merge back",
      description =
          "Both customers are again what they would be without it, in every service; merges made"
              + " before or since stand. What a buyer did meanwhile stays with the buyer, and what was"
              + " said of the customer stays with the one of whom it was said. The two are not"
              + " proposed to be merged again.")
  @APIResponse(
      responseCode = "202",
      description = "The merge, reversed; other services follow.",
      content =
          @Content(
              schema = @Schema(implementation = MergeView.class),
              examples = @ExampleObject(name = "reversed", value = MergeView.REVERSED)))
  @APIResponse(
      responseCode = "409",
      description = "It was reversed before: `merge-already-reversed`.")
  @APIResponse(
      responseCode = "422",
      description = "The customers were erased since: `reversal-after-erasure`.")
  public Response reverse(
      @Parameter(description = "The merge.", example = "mrg_0190a6f2-2b7c-7c1e-9a56-3f1d5b7e9c20")
          @PathParam("id")
          @Pattern(regexp = ID_PATTERN)
          String id) {
    Merge merge = merging.reverse(Ids.readPath(Merge.PREFIX, id));
    return Response.accepted(MergeView.of(merge)).build();
  }
}
