package dev.homeport.analytics.rfm.rest;

import dev.homeport.analytics.AnalyticsProblem;
import dev.homeport.analytics.rfm.Grids;
import dev.homeport.analytics.rfm.Scoring;
import dev.homeport.analytics.rfm.Scorings;
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

/** How a merchant scores customers. */
@Path("/v1/rfm/scorings")
@Tag(name = "RFM settings", description = "How customers are scored, and what makes a group.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ScoringsResource {
  private final Scorings scorings;
  private final Grids grids;
  private final Cursors cursors;
  private final Audit audit;

  ScoringsResource(Scorings scorings, Grids grids, Cursors cursors, Audit audit) {
    this.scorings = scorings;
    this.grids = grids;
    this.cursors = cursors;
    this.audit = audit;
  }

  @GET
  @Transactional
  @PermissionsAllowed("analytics:read")
  @Operation(
      operationId = "listRfmScorings",
      summary = "List the scorings",
      description = "By key; `default` is always among them.")
  @APIResponse(
      responseCode = "200",
      description = "A page of scorings.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ScoringPage.class),
              examples = @ExampleObject(name = "one", value = ScoringView.PAGE)))
  public Page<ScoringView> list(@BeanParam @Valid PageRequest page) {
    Paging paging = cursors.open(page);
    return paging.page(
        scorings.list(paging.first() ? "" : paging.after().getFirst(), paging.fetch()),
        ScoringView::of,
        stored -> List.of(stored.value().key()));
  }

  @GET
  @Path("{key}")
  @Transactional
  @PermissionsAllowed("analytics:read")
  @Operation(
      operationId = "getRfmScoring",
      summary = "Read a scoring",
      description = "Its buckets, window, population and grid.")
  @APIResponse(
      responseCode = "200",
      description = "The scoring.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ScoringView.class),
              examples = @ExampleObject(name = "a market", value = ScoringView.EXAMPLE)))
  public RestResponse<ScoringView> get(
      @Parameter(description = "The scoring.", example = "germany")
          @PathParam("key")
          @Size(max = SettingKey.LENGTH)
          String key) {
    Versioned<Scoring> stored =
        scorings.find(key).orElseThrow(() -> Problem.of(CommonProblem.NOT_FOUND));
    return ETags.ok(ScoringView.of(stored), stored.version());
  }

  @PUT
  @Path("{key}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Transactional
  @PermissionsAllowed("analytics:write")
  @Operation(
      operationId = "putRfmScoring",
      summary = "Make a scoring, or replace one",
      description =
          "Its key is of small letters, digits and hyphens. A tenant has 20 at most. Customers are"
              + " scored by it within seconds; a million take a few minutes to be told of, as a"
              + " change of settings. What exists is replaced only with its ETag in If-Match.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = ScoringDocument.class),
              examples = @ExampleObject(name = "a market", value = ScoringDocument.EXAMPLE)))
  @APIResponse(
      responseCode = "200",
      description = "The changed scoring.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ScoringView.class),
              examples = @ExampleObject(name = "a market", value = ScoringView.EXAMPLE)))
  @APIResponse(
      responseCode = "201",
      description = "The new scoring.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ScoringView.class),
              examples = @ExampleObject(name = "a market", value = ScoringView.EXAMPLE)))
  @APIResponse(
      responseCode = "409",
      description = "There are as many as there can be: `scoring-limit`.")
  public Response put(
      @Parameter(description = "The scoring.", example = "germany")
          @PathParam("key")
          @Size(max = SettingKey.LENGTH)
          String key,
      @Parameter(
              description = "The ETag of the version to replace; none for a new one.",
              example = "\"1\"")
          @HeaderParam(HttpHeaders.IF_MATCH)
          @Size(max = 200)
          @Nullable String ifMatch,
      @Valid ScoringDocument document) {
    SettingKey.require(key);
    Optional<Versioned<Scoring>> before = scorings.lock(key);
    Preconditions.require(before, ifMatch);
    if (before.isEmpty() && scorings.count() >= Scorings.MOST) {
      throw Problem.of(AnalyticsProblem.SCORING_LIMIT);
    }
    Scoring scoring = document.scoring(key);
    requireGrid(scoring);
    Versioned<Scoring> after = scorings.put(scoring);
    ScoringView view = ScoringView.of(after);
    ScoringView was = before.map(ScoringView::of).orElse(null);
    audit.record(
        was == null ? "rfm-scoring.create" : "rfm-scoring.change", "rfm-scoring", key, was, view);
    return (was == null ? Response.created(URI.create("/v1/rfm/scorings/" + key)) : Response.ok())
        .tag(ETags.of(after.version()))
        .entity(view)
        .build();
  }

  @DELETE
  @Path("{key}")
  @Transactional
  @PermissionsAllowed("analytics:write")
  @Operation(
      operationId = "deleteRfmScoring",
      summary = "Give up a scoring",
      description =
          "Nobody is scored by it any more, which is not told customer by customer. `default` stays.")
  @APIResponse(responseCode = "204", description = "The scoring is gone.")
  @APIResponse(
      responseCode = "409",
      description = "It is `default`, which stays: `scoring-needed`.")
  public void delete(
      @Parameter(description = "The scoring.", example = "germany")
          @PathParam("key")
          @Size(max = SettingKey.LENGTH)
          String key,
      @Parameter(description = "The ETag of the version to delete.", example = "\"1\"")
          @HeaderParam(HttpHeaders.IF_MATCH)
          @Size(max = 200)
          @Nullable String ifMatch) {
    Versioned<Scoring> before =
        scorings.lock(key).orElseThrow(() -> Problem.of(CommonProblem.NOT_FOUND));
    ETags.requireMatch(ifMatch, before.version());
    if (key.equals(Scoring.DEFAULT)) {
      throw Problem.of(AnalyticsProblem.SCORING_NEEDED);
    }
    scorings.remove(key);
    audit.record("rfm-scoring.delete", "rfm-scoring", key, ScoringView.of(before), null);
  }

  private void requireGrid(Scoring scoring) {
    int made =
        grids
            .find(scoring.grid())
            .orElseThrow(
                () ->
                    Problem.of(AnalyticsProblem.GRID_UNKNOWN).at("/grid", "is the key of no grid"))
            .value()
            .document()
            .buckets();
    if (made != scoring.buckets()) {
      throw Problem.of(AnalyticsProblem.BUCKETS_DIFFER)
          .at("/grid", "is made for %d buckets, not for %d".formatted(made, scoring.buckets()));
    }
  }

  /** A page as the document shows it: generic types have no schema where an example is given. */
  @Schema(name = "PageRfmScoring")
  record ScoringPage(
      @Schema(maxItems = PageRequest.MAX_LIMIT) List<ScoringView> items,
      @Schema(maxLength = PageRequest.MAX_CURSOR) @Nullable String nextCursor) {}
}
