package dev.homeport.analytics.segment.rest;

import dev.homeport.analytics.segment.Members;
import dev.homeport.analytics.segment.Members.Member;
import dev.homeport.analytics.segment.Segment;
import dev.homeport.analytics.segment.rest.ListChanges.Outcome;
import dev.homeport.analytics.segment.rest.MemberBatchResult.Item;
import dev.homeport.platform.audit.Audit;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.idempotency.Idempotent;
import dev.homeport.platform.paging.Cursors;
import dev.homeport.platform.paging.Page;
import dev.homeport.platform.paging.PageRequest;
import dev.homeport.platform.paging.Paging;
import dev.homeport.platform.problem.JsonDocuments;
import dev.homeport.platform.problem.Problem;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who is in a segment. */
@Path("/v1/segments/{key}/members")
@Tag(name = "Segments")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class SegmentMembersResource {
  private static final int MULTI_STATUS = 207;

  private final Members members;
  private final ListChanges changes;
  private final Found found;
  private final JsonDocuments json;
  private final Cursors cursors;
  private final Audit audit;

  SegmentMembersResource(
      Members members,
      ListChanges changes,
      Found found,
      JsonDocuments json,
      Cursors cursors,
      Audit audit) {
    this.members = members;
    this.changes = changes;
    this.found = found;
    this.json = json;
    this.cursors = cursors;
    this.audit = audit;
  }

  @GET
  @Transactional
  @PermissionsAllowed("analytics:read")
  @Operation(
      operationId = "listSegmentMembers",
      summary = "List the members of a segment",
      description = "In the order in which they entered.")
  @APIResponse(
      responseCode = "200",
      description = "A page of members.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = MemberPage.class),
              examples = @ExampleObject(name = "one", value = SegmentExamples.MEMBERS)))
  public Page<MemberView> list(
      @Parameter(description = "The segment.", example = "quiet-champions")
          @PathParam("key")
          @Size(max = 64)
          String key,
      @Parameter(
              description = "Only those who entered then or later.",
              example = "2026-11-20T00:00:00Z")
          @QueryParam("since")
          @Nullable Instant since,
      @BeanParam PageRequest page) {
    Segment segment = found.segment(key);
    Paging paging = cursors.open(page, segment.id());
    Member after =
        paging.first()
            ? null
            : new Member(
                UUID.fromString(paging.after().get(1)), Instant.parse(paging.after().getFirst()));
    return paging.page(
        members.list(segment, since, after, paging.fetch()),
        MemberView::of,
        member -> List.of(member.since(), member.customer()));
  }

  @POST
  @Path("batch")
  @Consumes(MediaType.APPLICATION_JSON)
  @Idempotent
  @PermissionsAllowed("analytics:write")
  @Operation(
      operationId = "changeSegmentMembers",
      summary = "Put customers on a list, or take them off",
      description =
          "Of a static segment; up to 250, each by itself. A customer who was merged into another"
              + " one counts as that one, and is on the list again when the merge is reversed.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = MemberBatch.class),
              examples = @ExampleObject(name = "batch", value = SegmentExamples.BATCH)))
  @APIResponse(
      responseCode = "207",
      description = "What became of each item.",
      content =
          @Content(
              schema = @Schema(implementation = MemberBatchResult.class),
              examples = @ExampleObject(name = "batch", value = SegmentExamples.BATCH_RESULT)))
  public Response change(
      @Parameter(description = "The segment.", example = "vip-list")
          @PathParam("key")
          @Size(max = 64)
          String key,
      @Valid MemberBatch batch) {
    Segment segment = found.list(key);
    Item[] items = new Item[batch.items().size()];
    List<MemberChange> sound = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < items.length; i++) {
      try {
        MemberChange change = json.valid(json.read(batch.items().get(i), MemberChange.class));
        Ids.read("cus", change.customerId());
        sound.add(change);
        places.add(i);
      } catch (Problem problem) {
        items[i] = Item.of(i, problem);
      }
    }
    List<Outcome> outcomes = changes.apply(segment, sound);
    for (int i = 0; i < sound.size(); i++) {
      int place = places.get(i);
      Outcome outcome = outcomes.get(i);
      String id = sound.get(i).customerId();
      items[place] =
          outcome
              .problem()
              .map(problem -> Item.of(place, problem))
              .orElseGet(() -> Item.done(place, id, outcome.changed()));
    }
    long moved = outcomes.stream().filter(Outcome::changed).count();
    audit.record("segment.change-members", "segment", key, null, Map.of("moved", moved));
    return Response.status(MULTI_STATUS)
        .entity(new MemberBatchResult(Arrays.asList(items)))
        .build();
  }

  /** A page as the document shows it: generic types have no schema where an example is given. */
  @Schema(name = "PageSegmentMember")
  record MemberPage(
      @Schema(maxItems = PageRequest.MAX_LIMIT) List<MemberView> items,
      @Schema(maxLength = PageRequest.MAX_CURSOR) @Nullable String nextCursor) {}
}
