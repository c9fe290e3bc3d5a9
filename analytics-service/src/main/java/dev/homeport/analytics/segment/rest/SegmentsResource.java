package dev.homeport.analytics.segment.rest;

import dev.homeport.analytics.AnalyticsProblem;
import dev.homeport.analytics.segment.Definition;
import dev.homeport.analytics.segment.Segment;
import dev.homeport.analytics.segment.Segments;
import dev.homeport.platform.audit.Audit;
import dev.homeport.platform.http.ETags;
import dev.homeport.platform.paging.Cursors;
import dev.homeport.platform.paging.Page;
import dev.homeport.platform.paging.PageRequest;
import dev.homeport.platform.paging.Paging;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import dev.homeport.platform.security.CurrentIdentity;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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

/** Defining segments. */
@Path("/v1/segments")
@Tag(
    name = "Segments",
    description = "Groups of customers by a rule or a list, and who moves in and out of them.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class SegmentsResource {
  private final Segments segments;
  private final Found found;
  private final Cursors cursors;
  private final Audit audit;
  private final CurrentIdentity caller;

  SegmentsResource(
      Segments segments, Found found, Cursors cursors, Audit audit, CurrentIdentity caller) {
    this.segments = segments;
    this.found = found;
    this.cursors = cursors;
    this.audit = audit;
    this.caller = caller;
  }

  @GET
  @Transactional
  @PermissionsAllowed("analytics:read")
  @Operation(operationId = "listSegments", summary = "List the segments", description = "By key.")
  @APIResponse(
      responseCode = "200",
      description = "A page of segments.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = SegmentPage.class),
              examples = @ExampleObject(name = "one", value = SegmentExamples.PAGE)))
  public Page<SegmentView> list(@BeanParam PageRequest page) {
    Paging paging = cursors.open(page);
    return paging.page(
        segments.list(paging.first() ? "" : paging.after().getFirst(), paging.fetch()),
        SegmentView::of,
        segment -> List.of(segment.key()));
  }

  @GET
  @Path("{key}")
  @Transactional
  @PermissionsAllowed("analytics:read")
  @Operation(
      operationId = "getSegment",
      summary = "Read a segment",
      description = "Its definition, and how many are in it now.")
  @APIResponse(
      responseCode = "200",
      description = "The segment.",
      content =
          @Content(
              schema = @Schema(implementation = SegmentView.class),
              examples = @ExampleObject(name = "segment", value = SegmentExamples.SEGMENT)))
  public RestResponse<SegmentView> get(
      @Parameter(description = "The segment.", example = "quiet-champions")
          @PathParam("key")
          @Size(max = 64)
          String key) {
    SegmentView view = SegmentView.of(found.segment(key));
    return ETags.ok(view, view.version());
  }

  @PUT
  @Path("{key}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Transactional
  @PermissionsAllowed("analytics:write")
  @Operation(
      operationId = "putSegment",
      summary = "Make a segment, or define it otherwise",
      description =
          "An expression is checked first: 422 `expression-invalid` says line, column, what is wrong"
              + " and what may have been meant. Whoever belongs in enters and who does not leaves:"
              + " the first twenty thousand customers before the answer, others soon after"
              + " (`settled`). To change a segment, name its version in If-Match; without it a new"
              + " one is made. The kind never changes.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = SegmentDocument.class),
              examples = @ExampleObject(name = "dynamic", value = SegmentExamples.DOCUMENT)))
  @APIResponse(
      responseCode = "200",
      description = "The changed segment.",
      content =
          @Content(
              schema = @Schema(implementation = SegmentView.class),
              examples = @ExampleObject(name = "segment", value = SegmentExamples.SEGMENT)))
  @APIResponse(
      responseCode = "201",
      description = "The new segment.",
      content =
          @Content(
              schema = @Schema(implementation = SegmentView.class),
              examples = @ExampleObject(name = "segment", value = SegmentExamples.SEGMENT)))
  public Response put(
      @Parameter(
              description =
                  "The segment: lower-case letters, digits and hyphens; not `preview`, not `check`.",
              example = "quiet-champions")
          @PathParam("key")
          @Size(max = 64)
          String key,
      @Parameter(
              description = "The ETag of the version to change; without it a segment is made.",
              example = "\"1\"")
          @HeaderParam(HttpHeaders.IF_MATCH)
          @Size(max = 200)
          @Nullable String ifMatch,
      @Parameter(description = "Whether events tell who enters and leaves by this.")
          @QueryParam("announce")
          @DefaultValue("true")
          boolean announce,
      @Valid SegmentDocument document) {
    Definition definition = document.definition(key);
    Optional<Segment> before = segments.lock(key);
    return before
        .map(segment -> change(segment, definition, ifMatch, announce))
        .orElseGet(() -> create(definition, ifMatch, announce));
  }

  private Response change(
      Segment before, Definition definition, @Nullable String ifMatch, boolean announce) {
    ETags.requireMatch(ifMatch, before.version());
    if (before.kind() != definition.kind()) {
      throw Problem.of(AnalyticsProblem.SEGMENT_KIND_FIXED).at("/kind", "cannot be changed");
    }
    SegmentView view =
        SegmentView.of(segments.change(before, definition, caller.client(), announce));
    audit.record("segment.change", "segment", view.key(), SegmentView.of(before), view);
    return Response.ok(view).tag(ETags.of(view.version())).build();
  }

  private Response create(Definition definition, @Nullable String ifMatch, boolean announce) {
    if (ifMatch != null || !definition.key().matches(Segment.KEY)) {
      throw Problem.of(CommonProblem.NOT_FOUND);
    }
    if (segments.count() >= Segment.MOST) {
      throw Problem.of(
          AnalyticsProblem.TOO_MANY_SEGMENTS,
          "A tenant has at most " + Segment.MOST + " segments.");
    }
    SegmentView view = SegmentView.of(segments.create(definition, caller.client(), announce));
    audit.record("segment.create", "segment", view.key(), null, view);
    return Response.created(URI.create("/v1/segments/" + view.key()))
        .tag(ETags.of(view.version()))
        .entity(view)
        .build();
  }

  @DELETE
  @Path("{key}")
  @Transactional
  @PermissionsAllowed("analytics:write")
  @Operation(
      operationId = "deleteSegment",
      summary = "Remove a segment",
      description = "Its members leave; its history goes with it. The key can be used again.")
  @APIResponse(responseCode = "204", description = "The segment is gone.")
  public void delete(
      @Parameter(description = "The segment.", example = "quiet-champions")
          @PathParam("key")
          @Size(max = 64)
          String key,
      @Parameter(description = "The ETag of the version to remove.", example = "\"1\"")
          @HeaderParam(HttpHeaders.IF_MATCH)
          @Size(max = 200)
          @Nullable String ifMatch,
      @Parameter(description = "Whether events tell who leaves by this.")
          @QueryParam("announce")
          @DefaultValue("true")
          boolean announce) {
    Segment before = segments.lock(key).orElseThrow(() -> Problem.of(CommonProblem.NOT_FOUND));
    ETags.requireMatch(ifMatch, before.version());
    segments.remove(before, announce);
    audit.record("segment.delete", "segment", key, SegmentView.of(before), null);
  }

  /** A page as the document shows it: generic types have no schema where an example is given. */
  @Schema(name = "PageSegment")
  record SegmentPage(
      @Schema(maxItems = PageRequest.MAX_LIMIT) List<SegmentView> items,
      @Schema(maxLength = PageRequest.MAX_CURSOR) @Nullable String nextCursor) {}
}
