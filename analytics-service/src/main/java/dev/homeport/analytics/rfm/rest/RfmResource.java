package dev.homeport.analytics.rfm.rest;

import dev.homeport.analytics.rfm.Snapshots;
import dev.homeport.analytics.rfm.rest.Viewpoints.Viewpoint;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** RFM of all customers. */
@Path("/v1/rfm")
@Tag(name = "RFM")
@RunOnVirtualThread
class RfmResource {
  private final Snapshots snapshots;
  private final Viewpoints viewpoints;

  RfmResource(Snapshots snapshots, Viewpoints viewpoints) {
    this.snapshots = snapshots;
    this.viewpoints = viewpoints;
  }

  @GET
  @Path("/grid")
  @Produces({MediaType.APPLICATION_JSON, Pictures.SVG})
  @Transactional
  @PermissionsAllowed("analytics:read")
  @Operation(
      operationId = "getRfmGrid",
      summary = "See how all customers spread over the groups",
      description =
          "Customers and their net amount per group and per cell of the scoring's grid, as JSON or as"
              + " a picture. The one of now is at most five seconds old; one of a past day is made"
              + " from the facts known now.")
  @APIResponse(
      responseCode = "200",
      description = "The grid.",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = GridView.class),
            examples = @ExampleObject(name = "grid25", value = RfmExamples.GRID)),
        @Content(
            mediaType = Pictures.SVG,
            schema = @Schema(implementation = String.class, maxLength = 1 << 20),
            examples = @ExampleObject(name = "picture", value = Pictures.EXAMPLE))
      })
  public Response grid(
      @BeanParam @Valid ByScoring scoring, @BeanParam AsOf asOf, @Context Request request) {
    Viewpoint viewpoint = viewpoints.of(scoring, asOf);
    GridView view = GridView.from(viewpoint.snapshot(snapshots), viewpoint, unscored(viewpoint));
    return Pictures.answer(request, view, () -> GridPicture.of(view, viewpoint.scheme()));
  }

  @GET
  @Path("/cut-points")
  @Produces(MediaType.APPLICATION_JSON)
  @Transactional
  @PermissionsAllowed("analytics:read")
  @Operation(
      operationId = "getRfmCutPoints",
      summary = "See what parts the scores",
      description =
          "A score is 1 + floor(B * W / n), with B buckets and W customers strictly worse among n."
              + " The cut points are the values that this comes down to.")
  @APIResponse(
      responseCode = "200",
      description = "The cut points.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = CutPointsView.class),
              examples = @ExampleObject(name = "a year of orders", value = RfmExamples.CUT_POINTS)))
  public CutPointsView cutPoints(@BeanParam @Valid ByScoring scoring, @BeanParam AsOf asOf) {
    Viewpoint viewpoint = viewpoints.of(scoring, asOf);
    return CutPointsView.from(
        viewpoint.snapshot(snapshots), viewpoint.asOf(), viewpoint.currency());
  }

  @GET
  @Path("/migrations")
  @Produces({MediaType.APPLICATION_JSON, Pictures.SVG})
  @Transactional
  @PermissionsAllowed("analytics:read")
  @Operation(
      operationId = "getRfmMigrations",
      summary = "See who went from which group to which",
      description =
          "Between the ends of two days, group by group, as JSON or as a picture. Both days are made"
              + " from the facts known now: an order counts on its own day with whatever has since"
              + " been returned of it, and a customer is who it is today. Who ordered for the first"
              + " time in between comes from `not-yet-a-customer`; whose orders are all too old for"
              + " the scoring's window is `not-scored`.")
  @APIResponse(
      responseCode = "200",
      description = "The moves.",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = MigrationsView.class),
            examples = @ExampleObject(name = "a month", value = MigrationsView.EXAMPLE)),
        @Content(
            mediaType = Pictures.SVG,
            schema = @Schema(implementation = String.class, maxLength = 1 << 20),
            examples = @ExampleObject(name = "picture", value = Pictures.EXAMPLE))
      })
  public Response migrations(
      @BeanParam @Valid ByScoring scoring, @BeanParam Between between, @Context Request request) {
    Viewpoint viewpoint = viewpoints.of(scoring, new AsOf(null));
    Between.Days days = between.days(viewpoint.today());
    MigrationsView view =
        MigrationsView.of(
            snapshots.migrations(viewpoint.scheme(), days.first(), days.last()),
            viewpoint.scheme(),
            days);
    return Pictures.answer(request, view, () -> MigrationsPicture.of(Moves.of(view)));
  }

  private Optional<GridView.Unscored> unscored(Viewpoint viewpoint) {
    return viewpoint
        .scheme()
        .grid()
        .unscored()
        .filter(_ -> viewpoint.past().isEmpty())
        .map(
            group ->
                new GridView.Unscored(
                    group.key(), group.name(), snapshots.unscored(viewpoint.scheme())));
  }
}
