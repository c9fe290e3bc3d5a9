package dev.homeport.analytics.rfm.rest;

import dev.homeport.analytics.AnalyticsProblem;
import dev.homeport.analytics.rfm.GridDocument;
import dev.homeport.analytics.rfm.Grids;
import dev.homeport.analytics.rfm.Grids.Stored;
import dev.homeport.analytics.rfm.Versioned;
import dev.homeport.platform.audit.Audit;
import dev.homeport.platform.http.ETags;
import dev.homeport.platform.paging.Cursors;
import dev.homeport.platform.paging.Page;
import dev.homeport.platform.paging.PageRequest;
import dev.homeport.platform.paging.Paging;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What makes groups of scores. */
@Path("/v1/rfm/grids")
@Tag(name = "RFM settings")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class GridsResource {
  private final Grids grids;
  private final Cursors cursors;
  private final Audit audit;

  GridsResource(Grids grids, Cursors cursors, Audit audit) {
    this.grids = grids;
    this.cursors = cursors;
    this.audit = audit;
  }

  @GET
  @Transactional
  @PermissionsAllowed("analytics:read")
  @Operation(
      operationId = "listRfmGrids",
      summary = "List the grids",
      description =
          "By key: those that come with the service (`grid25`, `rf10`, `code125`, `shopify`) and the"
              + " tenant's own.")
  @APIResponse(
      responseCode = "200",
      description = "A page of grids.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = GridPage.class),
              examples = @ExampleObject(name = "one", value = GridDefinitionView.PAGE)))
  public Page<GridDefinitionView> list(@BeanParam @Valid PageRequest page) {
    Paging paging = cursors.open(page);
    return paging.page(
        grids.list(paging.first() ? "" : paging.after().getFirst(), paging.fetch()),
        GridDefinitionView::of,
        stored -> List.of(stored.value().key()));
  }

  @GET
  @Path("{key}")
  @Transactional
  @PermissionsAllowed("analytics:read")
  @Operation(
      operationId = "getRfmGridDefinition",
      summary = "Read a grid",
      description = "Which positions make up which group.")
  @APIResponse(
      responseCode = "200",
      description = "The grid.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = GridDefinitionView.class),
              examples = @ExampleObject(name = "of its own", value = GridDefinitionView.EXAMPLE)))
  public RestResponse<GridDefinitionView> get(
      @Parameter(description = "The grid.", example = "three-by-three")
          @PathParam("key")
          @Size(max = SettingKey.LENGTH)
          String key) {
    Versioned<Stored> stored =
        grids.find(key).orElseThrow(() -> Problem.of(CommonProblem.NOT_FOUND));
    return ETags.ok(GridDefinitionView.of(stored), stored.version());
  }

  @PUT
  @Path("{key}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Transactional
  @PermissionsAllowed("analytics:write")
  @Operation(
      operationId = "putRfmGrid",
      summary = "Make a grid, or replace one",
      description =
          "Its key is of small letters, digits and hyphens. A tenant has 20 of its own at most. A"
              + " document that is no partition is refused (grid-incomplete) with every position"
              + " named that belongs to no group, to two, or is off the grid. Customers come into"
              + " their new groups within seconds, as a change of settings. What exists is replaced"
              + " only with its ETag in If-Match.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = GridBody.class),
              examples = @ExampleObject(name = "three by three", value = GridBody.EXAMPLE)))
  @APIResponse(
      responseCode = "200",
      description = "The changed grid.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = GridDefinitionView.class),
              examples = @ExampleObject(name = "of its own", value = GridDefinitionView.EXAMPLE)))
  @APIResponse(
      responseCode = "201",
      description = "The new grid.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = GridDefinitionView.class),
              examples = @ExampleObject(name = "of its own", value = GridDefinitionView.EXAMPLE)))
  @APIResponse(
      responseCode = "409",
      description =
          "It comes with the service (`grid-shipped`), scorings use it with other buckets"
              + " (`grid-in-use`), or there are as many as there can be (`grid-limit`).")
  public Response put(
      @Parameter(description = "The grid.", example = "three-by-three")
          @PathParam("key")
          @Size(max = SettingKey.LENGTH)
          String key,
      @Parameter(
              description = "The ETag of the version to replace; none for a new one.",
              example = "\"1\"")
          @HeaderParam(HttpHeaders.IF_MATCH)
          @Size(max = 200)
          @Nullable String ifMatch,
      @Valid GridBody body) {
    SettingKey.require(key);
    Optional<Versioned<Stored>> before = grids.lock(key);
    Preconditions.require(before, ifMatch);
    GridDocument document = body.document();
    requireChangeable(key, before, document);
    Versioned<Stored> after = grids.put(key, document);
    GridDefinitionView view = GridDefinitionView.of(after);
    GridDefinitionView was = before.map(GridDefinitionView::of).orElse(null);
    audit.record(was == null ? "rfm-grid.create" : "rfm-grid.change", "rfm-grid", key, was, view);
    return (was == null ? Response.created(URI.create("/v1/rfm/grids/" + key)) : Response.ok())
        .tag(ETags.of(after.version()))
        .entity(view)
        .build();
  }

  @DELETE
  @Path("{key}")
  @Transactional
  @PermissionsAllowed("analytics:write")
  @Operation(
      operationId = "deleteRfmGrid",
      summary = "Give up a grid",
      description = "Only one of the tenant's own, by which no scoring makes groups.")
  @APIResponse(responseCode = "204", description = "The grid is gone.")
  @APIResponse(
      responseCode = "409",
      description =
          "It comes with the service (`grid-shipped`), or scorings make groups by it"
              + " (`grid-in-use`).")
  public void delete(
      @Parameter(description = "The grid.", example = "three-by-three")
          @PathParam("key")
          @Size(max = SettingKey.LENGTH)
          String key,
      @Parameter(description = "The ETag of the version to delete.", example = "\"1\"")
          @HeaderParam(HttpHeaders.IF_MATCH)
          @Size(max = 200)
          @Nullable String ifMatch) {
    Versioned<Stored> before =
        grids.lock(key).orElseThrow(() -> Problem.of(CommonProblem.NOT_FOUND));
    ETags.requireMatch(ifMatch, before.version());
    if (before.value().shipped()) {
      throw Problem.of(AnalyticsProblem.GRID_SHIPPED);
    }
    List<String> users = grids.users(key);
    if (!users.isEmpty()) {
      throw Problem.of(
          AnalyticsProblem.GRID_IN_USE,
          "These scorings make groups by it: " + String.join(", ", users) + ".");
    }
    grids.remove(key);
    audit.record("rfm-grid.delete", "rfm-grid", key, GridDefinitionView.of(before), null);
  }

  private void requireChangeable(
      String key, Optional<Versioned<Stored>> before, GridDocument document) {
    if (before.isEmpty()) {
      if (grids.count() >= Grids.MOST) {
        throw Problem.of(AnalyticsProblem.GRID_LIMIT);
      }
      return;
    }
    if (before.get().value().shipped()) {
      throw Problem.of(AnalyticsProblem.GRID_SHIPPED);
    }
    if (before.get().value().document().buckets() != document.buckets()
        && !grids.users(key).isEmpty()) {
      throw Problem.of(AnalyticsProblem.GRID_IN_USE)
          .at("/buckets", "cannot change while scorings make groups by the grid");
    }
  }

  /** A page as the document shows it: generic types have no schema where an example is given. */
  @Schema(name = "PageRfmGridDefinition")
  record GridPage(
      @Schema(maxItems = PageRequest.MAX_LIMIT) List<GridDefinitionView> items,
      @Schema(maxLength = PageRequest.MAX_CURSOR) @Nullable String nextCursor) {}
}
