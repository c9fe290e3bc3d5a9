package dev.homeport.analytics.rfm.rest;

import dev.homeport.analytics.rfm.Grid;
import dev.homeport.analytics.rfm.Snapshot;
import dev.homeport.analytics.rfm.Snapshots;
import dev.homeport.analytics.rfm.rest.Viewpoints.Viewpoint;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** RFM of all customers. */
@Path("/v1/rfm")
@Tag(name = "RFM")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class RfmResource {
  private final Snapshots snapshots;
  private final Viewpoints viewpoints;
  private final Grid grid;

  RfmResource(Snapshots snapshots, Viewpoints viewpoints, Grid grid) {
    this.snapshots = snapshots;
    this.viewpoints = viewpoints;
    this.grid = grid;
  }

  @GET
  @Path("/grid")
  @Transactional
  @PermissionsAllowed("analytics:read")
  @Operation(
      operationId = "getRfmGrid",
      summary = "See how all customers spread over the groups",
      description =
          "Customers and their net amount per group and per cell of R x FM. The picture of now is"
              + " at most five seconds old; one of a past day is made from the facts known now.")
  @APIResponse(
      responseCode = "200",
      description = "The grid.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = GridView.class),
              examples = @ExampleObject(name = "grid25", value = RfmExamples.GRID)))
  public GridView grid(@BeanParam AsOf asOf) {
    Viewpoint viewpoint = viewpoints.of(asOf);
    return GridView.from(snapshot(viewpoint), viewpoint.asOf(), grid, viewpoint.currency());
  }

  @GET
  @Path("/cut-points")
  @Transactional
  @PermissionsAllowed("analytics:read")
  @Operation(
      operationId = "getRfmCutPoints",
      summary = "See what parts the scores",
      description =
          "A score is 1 + floor(5 * W / n), with W customers strictly worse among n. The cut points"
              + " are the values that this comes down to.")
  @APIResponse(
      responseCode = "200",
      description = "The cut points.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = CutPointsView.class),
              examples = @ExampleObject(name = "a year of orders", value = RfmExamples.CUT_POINTS)))
  public CutPointsView cutPoints(@BeanParam AsOf asOf) {
    Viewpoint viewpoint = viewpoints.of(asOf);
    return CutPointsView.from(snapshot(viewpoint), viewpoint.asOf(), viewpoint.currency());
  }

  private Snapshot snapshot(Viewpoint viewpoint) {
    return viewpoint.past().map(snapshots::asOf).orElseGet(snapshots::now);
  }
}
