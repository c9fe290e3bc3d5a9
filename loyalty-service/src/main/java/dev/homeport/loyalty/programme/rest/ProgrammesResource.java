package dev.homeport.loyalty.programme.rest;

import dev.homeport.loyalty.LoyaltyProblem;
import dev.homeport.loyalty.programme.Programmes;
import dev.homeport.loyalty.programme.StoredProgramme;
import dev.homeport.platform.audit.Audit;
import dev.homeport.platform.http.ETags;
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
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Programmes. */
@Path("/v1/programmes")
@Tag(name = "Programmes", description = "What gives points, in versions that people approve")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ProgrammesResource {
  private final Programmes programmes;
  private final Documents documents;
  private final Cursors cursors;
  private final Audit audit;
  private final Clock clock;

  ProgrammesResource(
      Programmes programmes, Documents documents, Cursors cursors, Audit audit, Clock clock) {
    this.programmes = programmes;
    this.documents = documents;
    this.cursors = cursors;
    this.audit = audit;
    this.clock = clock;
  }

  /** Makes a programme with a first draft. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Idempotent
  @PermissionsAllowed("loyalty:write")
  @Operation(
      operationId = "createProgramme",
      summary = "Make a programme",
      description =
          "With a draft as its version 1; it gives nothing before that is approved. The document of"
              + " a version of another tenant can be sent as it is.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = NewProgramme.class),
              examples = @ExampleObject(name = "new", value = NewProgramme.EXAMPLE)))
  @APIResponse(
      responseCode = "201",
      description = "The programme.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ProgrammeView.class)))
  public Response create(@Valid NewProgramme request) {
    String key = documents.key(request.document());
    StoredProgramme programme =
        programmes
            .add(key, Boolean.TRUE.equals(request.secondPerson()))
            .orElseThrow(
                () ->
                    Problem.of(LoyaltyProblem.PROGRAMME_EXISTS)
                        .at("/document/key", "is that of a programme"));
    programmes.addVersion(programme.id(), documents.write(request.document()));
    ProgrammeView view = ProgrammeView.from(programme);
    audit.record("programme.create", "programme", view.id(), null, view);
    return Response.created(URI.create("/v1/programmes/" + view.id()))
        .tag(ETags.of(programme.revision()))
        .entity(view)
        .build();
  }

  /** Lists programmes. */
  @GET
  @Transactional
  @PermissionsAllowed("loyalty:read")
  @Operation(
      operationId = "listProgrammes",
      summary = "List programmes",
      description = "In the order in which they were made, the tenant's first one first.")
  public Page<ProgrammeView> list(@BeanParam PageRequest page) {
    Paging paging = cursors.open(page);
    UUID after = paging.first() ? null : UUID.fromString(paging.after().getFirst());
    return paging.page(
        programmes.list(after, paging.fetch()),
        ProgrammeView::from,
        programme -> List.of(programme.id()));
  }

  /** Gets a programme. */
  @GET
  @Path("/{programmeId}")
  @Transactional
  @PermissionsAllowed("loyalty:read")
  @Operation(
      operationId = "getProgramme",
      summary = "Read a programme",
      description = "What does not change with its versions.")
  @APIResponse(
      responseCode = "200",
      description = "The programme.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ProgrammeView.class)))
  public RestResponse<ProgrammeView> get(
      @Parameter(description = VersionsResource.PROGRAMME) @PathParam("programmeId") @Size(max = 40)
          String programmeId) {
    StoredProgramme programme =
        programmes
            .find(Ids.readPath("prg", programmeId))
            .orElseThrow(() -> Problem.of(LoyaltyProblem.PROGRAMME_NOT_FOUND));
    return ETags.ok(ProgrammeView.from(programme), programme.revision());
  }

  /** Lets a programme end. */
  @POST
  @Path("/{programmeId}/end")
  @Consumes(MediaType.APPLICATION_JSON)
  @Idempotent
  @PermissionsAllowed("admin:write")
  @Operation(
      operationId = "endProgramme",
      summary = "Let a programme end",
      description =
          "What happens at that moment or later earns nothing. Points that members have stay theirs,"
              + " with their expiry, and can be spent. Until it has ended the end can be moved.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = NewEnd.class),
              examples = @ExampleObject(name = "later", value = NewEnd.EXAMPLE)))
  @APIResponse(
      responseCode = "200",
      description = "The programme.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ProgrammeView.class)))
  public Response end(
      @Parameter(description = VersionsResource.PROGRAMME) @PathParam("programmeId") @Size(max = 40)
          String programmeId,
      @Valid NewEnd request) {
    StoredProgramme before =
        programmes
            .lock(Ids.readPath("prg", programmeId))
            .orElseThrow(() -> Problem.of(LoyaltyProblem.PROGRAMME_NOT_FOUND));
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Instant endsAt = Objects.requireNonNullElse(request.endsAt(), now);
    if (endsAt.isBefore(now)) {
      throw Problem.of(CommonProblem.VALIDATION_FAILED).at("/endsAt", "must not lie in the past");
    }
    if (before.endedBy(now)) {
      throw Problem.of(LoyaltyProblem.PROGRAMME_ENDED);
    }
    programmes.end(before.id(), endsAt);
    int newest = programmes.versions(before.id(), null, 1).getFirst().number();
    // Somebody may just have been rated who did not know of the end.
    String job = endsAt.isAfter(now) ? null : programmes.rateAgain(before, newest, endsAt);
    StoredProgramme after = programmes.find(before.id()).orElseThrow();
    ProgrammeView view = ProgrammeView.from(after, job);
    audit.record("programme.end", "programme", view.id(), ProgrammeView.from(before), view);
    return Response.ok(view).tag(ETags.of(after.revision())).build();
  }
}
