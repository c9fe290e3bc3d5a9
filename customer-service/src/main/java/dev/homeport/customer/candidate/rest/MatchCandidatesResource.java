package dev.homeport.customer.candidate.rest;

import dev.homeport.customer.CustomerProblem;
import dev.homeport.customer.candidate.MatchCandidate;
import dev.homeport.customer.candidate.MatchCandidate.State;
import dev.homeport.customer.candidate.MatchCandidates;
import dev.homeport.customer.merge.Merge;
import dev.homeport.customer.merge.Merging;
import dev.homeport.customer.profile.CustomerMoved;
import dev.homeport.customer.profile.Profile;
import dev.homeport.platform.audit.Audit;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.idempotency.Idempotent;
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
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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

/** Customers who may be one person, for people to decide. */
@Path("/v1/match-candidates")
@Tag(name = "Matching", description = "Customers who may be one person.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class MatchCandidatesResource {
  private static final String ID_PATTERN = "^mtc_[0-9a-f-]{36}$";
  private static final String ID = "mtc_0190a6f2-2b7c-7c1e-9a56-3f1d5b7e9c20";

  private final MatchCandidates candidates;
  private final Merging merging;
  private final Cursors cursors;
  private final Audit audit;

  MatchCandidatesResource(
      MatchCandidates candidates, Merging merging, Cursors cursors, Audit audit) {
    this.candidates = candidates;
    this.merging = merging;
    this.cursors = cursors;
    this.audit = audit;
  }

  /** Accepts a candidate. */
  @Schema(name = "MatchAcceptance")
  record Acceptance(
      @Schema(
              description = "Which of the two stays.",
              examples = "cus_0b7e1f52-8c4d-8a6b-9e3f-1a2b3c4d5e6f")
          @NotNull
          @Size(max = 40)
          String survivorId) {

    static final String EXAMPLE = "{\"survivorId\": \"cus_0b7e1f52-8c4d-8a6b-9e3f-1a2b3c4d5e6f\"}";
  }

  @GET
  @Transactional
  @PermissionsAllowed("customers:read")
  @Operation(
      operationId = "listMatchCandidates",
      summary = "List customers who may be one person",
      description =
          "The highest score first. Open ones of a customer who has been merged meanwhile are left"
              + " out while that stands.")
  @APIResponse(
      responseCode = "200",
      description = "A page of candidates.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = CandidatePage.class),
              examples = @ExampleObject(name = "one", value = CandidateView.PAGE)))
  public Page<CandidateView> list(
      @Parameter(description = "What somebody said about them.")
          @QueryParam("state")
          @DefaultValue("open")
          State state,
      @Parameter(
              description = "One of the two customers.",
              example = "cus_0b7e1f52-8c4d-8a6b-9e3f-1a2b3c4d5e6f")
          @QueryParam("customerId")
          @Size(max = 40)
          @Nullable String customerId,
      @BeanParam PageRequest page) {
    UUID customer =
        customerId == null
            ? null
            : Ids.find(Profile.PREFIX, customerId)
                .orElseThrow(
                    () ->
                        Problem.of(CommonProblem.INVALID_PARAMETER)
                            .in("customerId", "must be an identifier that starts with cus_"));
    Paging paging = cursors.open(page);
    return paging.page(
        candidates.list(
            state,
            customer,
            paging.first() ? null : paging.after().getFirst(),
            paging.first() ? null : UUID.fromString(paging.after().getLast()),
            paging.fetch()),
        CandidateView::of,
        candidate -> List.of(candidate.score(), candidate.id()));
  }

  @GET
  @Path("/{id}")
  @Transactional
  @PermissionsAllowed("customers:read")
  @Operation(
      operationId = "getMatchCandidate",
      summary = "Read a candidate",
      description = "What speaks for one person and what against it, field by field.")
  @APIResponse(
      responseCode = "200",
      description = "The candidate.",
      content =
          @Content(
              schema = @Schema(implementation = CandidateView.class),
              examples = @ExampleObject(name = "open", value = CandidateView.EXAMPLE)))
  public CandidateView get(
      @Parameter(description = "The candidate.", example = ID)
          @PathParam("id")
          @Pattern(regexp = ID_PATTERN)
          String id) {
    return candidates
        .find(Ids.readPath(MatchCandidate.PREFIX, id))
        .map(CandidateView::of)
        .orElseThrow(() -> Problem.of(CommonProblem.NOT_FOUND));
  }

  @POST
  @Path("/{id}/acceptance")
  @Consumes(MediaType.APPLICATION_JSON)
  @Idempotent
  @PermissionsAllowed("customers:write")
  @Operation(
      operationId = "acceptMatchCandidate",
      summary = "Say that two customers are one person",
      description = "They are merged; the merge can be reversed like any other.")
  @APIResponse(
      responseCode = "200",
      description = "The candidate, with its merge.",
      content =
          @Content(
              schema = @Schema(implementation = CandidateView.class),
              examples = @ExampleObject(name = "accepted", value = CandidateView.ACCEPTED)))
  @APIResponse(
      responseCode = "409",
      description =
          "Somebody has decided (`candidate-already-decided`), or one of the two was merged"
              + " meanwhile (`candidate-outdated`).")
  @APIResponse(
      responseCode = "422",
      description = "The survivor is none of the two, or one was erased (`customer-erased`).")
  public Response accept(
      @Parameter(description = "The candidate.", example = ID)
          @PathParam("id")
          @Pattern(regexp = ID_PATTERN)
          String id,
      @RequestBody(
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON,
                      schema = @Schema(implementation = Acceptance.class),
                      examples = @ExampleObject(name = "survivor", value = Acceptance.EXAMPLE)))
          @Valid
          Acceptance acceptance) {
    // Before the candidate is held: whoever merges waits for that and then writes candidates.
    merging.alone();
    MatchCandidate candidate = open(id);
    UUID survivor = Ids.read(Profile.PREFIX, acceptance.survivorId());
    if (!survivor.equals(candidate.one()) && !survivor.equals(candidate.other())) {
      throw Problem.of(CommonProblem.VALIDATION_FAILED)
          .at("/survivorId", "is none of the two customers");
    }
    UUID absorbed = survivor.equals(candidate.one()) ? candidate.other() : candidate.one();
    Merge merge = merged(survivor, absorbed);
    candidates.decide(candidate.id(), State.ACCEPTED, merge.id());
    return answer(candidate.id());
  }

  private Merge merged(UUID survivor, UUID absorbed) {
    try {
      return merging.merge(survivor, absorbed, Map.of(), Merge.Cause.REQUEST);
    } catch (CustomerMoved _) {
      throw Problem.of(CustomerProblem.CANDIDATE_OUTDATED);
    } catch (Problem refusal) {
      throw refusal.code() == CustomerProblem.ALREADY_MERGED
          ? Problem.of(CustomerProblem.CANDIDATE_OUTDATED)
          : refusal;
    }
  }

  @POST
  @Path("/{id}/dismissal")
  @Idempotent
  @PermissionsAllowed("customers:write")
  @Operation(
      operationId = "dismissMatchCandidate",
      summary = "Say that two customers are two people",
      description = "They are not proposed again, and do not merge by themselves.")
  @APIResponse(
      responseCode = "200",
      description = "The candidate.",
      content =
          @Content(
              schema = @Schema(implementation = CandidateView.class),
              examples = @ExampleObject(name = "dismissed", value = CandidateView.DISMISSED)))
  @APIResponse(
      responseCode = "409",
      description = "Somebody has decided: `candidate-already-decided`.")
  public Response dismiss(
      @Parameter(description = "The candidate.", example = ID)
          @PathParam("id")
          @Pattern(regexp = ID_PATTERN)
          String id) {
    MatchCandidate candidate = open(id);
    candidates.decide(candidate.id(), State.DISMISSED, null);
    audit.record("match.dismiss", "match-candidate", id, null, null);
    return answer(candidate.id());
  }

  private MatchCandidate open(String id) {
    MatchCandidate candidate =
        candidates
            .lock(Ids.readPath(MatchCandidate.PREFIX, id))
            .orElseThrow(() -> Problem.of(CommonProblem.NOT_FOUND));
    if (candidate.state() != State.OPEN) {
      throw Problem.of(CustomerProblem.CANDIDATE_ALREADY_DECIDED);
    }
    return candidate;
  }

  private Response answer(UUID candidate) {
    return Response.ok(CandidateView.of(candidates.find(candidate).orElseThrow())).build();
  }

  /** A page as the document shows it: generic types have no schema where an example is given. */
  @Schema(name = "PageMatchCandidateView")
  record CandidatePage(
      @Schema(maxItems = PageRequest.MAX_LIMIT) List<CandidateView> items,
      @Schema(maxLength = PageRequest.MAX_CURSOR) @Nullable String nextCursor) {}
}
