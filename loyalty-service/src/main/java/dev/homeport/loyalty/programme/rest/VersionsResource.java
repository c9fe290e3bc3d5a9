package dev.homeport.loyalty.programme.rest;

import dev.homeport.loyalty.LoyaltyProblem;
import dev.homeport.loyalty.programme.Programmes;
import dev.homeport.loyalty.programme.Stage;
import dev.homeport.loyalty.programme.StoredProgramme;
import dev.homeport.loyalty.programme.StoredVersion;
import dev.homeport.platform.audit.Audit;
import dev.homeport.platform.http.ETags;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.idempotency.Idempotent;
import dev.homeport.platform.paging.Cursors;
import dev.homeport.platform.paging.Page;
import dev.homeport.platform.paging.PageRequest;
import dev.homeport.platform.paging.Paging;
import dev.homeport.platform.problem.Problem;
import dev.homeport.platform.security.CurrentIdentity;
import dev.homeport.platform.tenant.CurrentTenant;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
import org.jspecify.annotations.Nullable;

/** Versions of a programme, from draft to retirement. */
@Path("/v1/programmes/{programmeId}/versions")
@Tag(name = "Programmes", description = "What gives points, in versions that people approve")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class VersionsResource {
  static final String PROGRAMME =
      "The programme, for example `prg_0193b2f0-6d1c-7c35-9f0e-3a5a0f7c2b41`.";

  private static final String NUMBER = "The number of the version.";

  private final Programmes programmes;
  private final Documents documents;
  private final Cursors cursors;
  private final Audit audit;
  private final CurrentIdentity person;
  private final CurrentTenant tenant;
  private final Clock clock;

  VersionsResource(
      Programmes programmes,
      Documents documents,
      Cursors cursors,
      Audit audit,
      CurrentIdentity person,
      CurrentTenant tenant,
      Clock clock) {
    this.programmes = programmes;
    this.documents = documents;
    this.cursors = cursors;
    this.audit = audit;
    this.person = person;
    this.tenant = tenant;
    this.clock = clock;
  }

  /** Makes a draft. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Idempotent
  @PermissionsAllowed("loyalty:write")
  @Operation(
      operationId = "createProgrammeVersion",
      summary = "Make a draft",
      description = "The next version of the programme. The answer lists what is wrong with it.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = NewVersion.class),
              examples = @ExampleObject(name = "new", value = NewVersion.EXAMPLE)))
  @APIResponse(
      responseCode = "201",
      description = "The draft.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = VersionView.class)))
  public Response create(
      @Parameter(description = PROGRAMME) @PathParam("programmeId") @Size(max = 40)
          String programmeId,
      @Valid NewVersion request) {
    StoredProgramme programme = locked(programmeId);
    documents.requireKey(request.document(), programme.key());
    int number = programmes.addVersion(programme.id(), documents.write(request.document()));
    StoredVersion version = version(programme.id(), number);
    VersionView view = view(version);
    audit.record("programme-version.create", "programme-version", name(version), null, view);
    return Response.created(
            URI.create("/v1/programmes/%s/versions/%d".formatted(programmeId, number)))
        .tag(ETags.of(version.revision()))
        .entity(view)
        .build();
  }

  /** Lists versions. */
  @GET
  @Transactional
  @PermissionsAllowed("loyalty:read")
  @Operation(
      operationId = "listProgrammeVersions",
      summary = "List the versions of a programme",
      description = "Newest first.")
  public Page<VersionView> list(
      @Parameter(description = PROGRAMME) @PathParam("programmeId") @Size(max = 40)
          String programmeId,
      @BeanParam PageRequest page) {
    UUID id = programme(programmeId).id();
    Paging paging = cursors.open(page);
    Integer before = paging.first() ? null : Integer.valueOf(paging.after().getFirst());
    return paging.page(
        programmes.versions(id, before, paging.fetch()),
        this::view,
        version -> List.of(version.number()));
  }

  /** Gets a version. */
  @GET
  @Path("/{number}")
  @Transactional
  @PermissionsAllowed("loyalty:read")
  @Operation(
      operationId = "getProgrammeVersion",
      summary = "Read a version",
      description =
          "Where it stands, what it says, and what is wrong with it. Its document can be sent to"
              + " another tenant as it is.")
  @APIResponse(
      responseCode = "200",
      description = "The version.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = VersionView.class)))
  public RestResponse<VersionView> get(
      @Parameter(description = PROGRAMME) @PathParam("programmeId") @Size(max = 40)
          String programmeId,
      @Parameter(description = NUMBER, example = "1") @PathParam("number") @Min(1) @Max(1_000_000)
          int number) {
    StoredVersion version = version(Ids.readPath("prg", programmeId), number);
    return ETags.ok(view(version), version.revision());
  }

  /** Replaces a draft. */
  @PUT
  @Path("/{number}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Transactional
  @PermissionsAllowed("loyalty:write")
  @Operation(
      operationId = "changeProgrammeVersion",
      summary = "Replace what a draft says",
      description = "Only a draft can be changed. The answer lists what is wrong with it.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = NewVersion.class),
              examples = @ExampleObject(name = "change", value = NewVersion.EXAMPLE)))
  @APIResponse(
      responseCode = "200",
      description = "The changed draft.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = VersionView.class)))
  public RestResponse<VersionView> change(
      @Parameter(description = PROGRAMME) @PathParam("programmeId") @Size(max = 40)
          String programmeId,
      @Parameter(description = NUMBER, example = "1") @PathParam("number") @Min(1) @Max(1_000_000)
          int number,
      @Parameter(description = "The ETag of the version to change.", example = "\"1\"")
          @HeaderParam(HttpHeaders.IF_MATCH)
          @Size(max = 200)
          @Nullable String ifMatch,
      @Valid NewVersion request) {
    StoredProgramme programme = locked(programmeId);
    StoredVersion before = version(programme.id(), number);
    ETags.requireMatch(ifMatch, before.revision());
    if (!(stage(before) instanceof Stage.Draft)) {
      throw wrongStage(before);
    }
    documents.requireKey(request.document(), programme.key());
    programmes.change(programme.id(), number, documents.write(request.document()));
    StoredVersion after = version(programme.id(), number);
    audit.record(
        "programme-version.change", "programme-version", name(after), view(before), view(after));
    return ETags.ok(view(after), after.revision());
  }

  /** Submits a draft. */
  @POST
  @Path("/{number}/review")
  @Idempotent
  @PermissionsAllowed("loyalty:write")
  @Operation(
      operationId = "reviewProgrammeVersion",
      summary = "Ask for approval of a draft",
      description =
          "Refused when it cannot be run, with everything that is wrong at once: unknown fields,"
              + " expressions that are not understood, ways through currencies on which points gain"
              + " value. Until it is decided nobody changes it.")
  @APIResponse(
      responseCode = "200",
      description = "The version in review.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = VersionView.class)))
  public Response review(
      @Parameter(description = PROGRAMME) @PathParam("programmeId") @Size(max = 40)
          String programmeId,
      @Parameter(description = NUMBER, example = "1") @PathParam("number") @Min(1) @Max(1_000_000)
          int number) {
    StoredProgramme programme = locked(programmeId);
    StoredVersion before = version(programme.id(), number);
    if (!(stage(before) instanceof Stage.Draft draft)) {
      throw wrongStage(before);
    }
    documents.requireSound(documents.read(before));
    programmes.stage(programme.id(), number, draft.submit(person.subject(), clock.instant()));
    return done("programme-version.review", before, null);
  }

  /** Approves a version. */
  @POST
  @Path("/{number}/approval")
  @Consumes(MediaType.APPLICATION_JSON)
  @Idempotent
  @PermissionsAllowed("admin:write")
  @Operation(
      operationId = "approveProgrammeVersion",
      summary = "Let a version run",
      description =
          "From a moment on, which only for the first version of a programme may lie in the past."
              + " What had already happened by then is rated by a job.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = NewApproval.class),
              examples = @ExampleObject(name = "later", value = NewApproval.EXAMPLE)))
  @APIResponse(
      responseCode = "200",
      description = "The approved version.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = VersionView.class)))
  public Response approve(
      @Parameter(description = PROGRAMME) @PathParam("programmeId") @Size(max = 40)
          String programmeId,
      @Parameter(description = NUMBER, example = "1") @PathParam("number") @Min(1) @Max(1_000_000)
          int number,
      @Valid NewApproval request) {
    StoredProgramme programme = locked(programmeId);
    StoredVersion before = version(programme.id(), number);
    if (!(stage(before) instanceof Stage.InReview review)) {
      throw wrongStage(before);
    }
    documents.requireSound(documents.read(before));
    Instant now = clock.instant();
    Instant startsAt = Objects.requireNonNullElse(request.startsAt(), now);
    var decision =
        review.approve(
            person.subject(), now, startsAt, neverRan(programme), programme.secondPerson());
    return switch (decision) {
      case Stage.Decision.Refused(Stage.Refusal refusal) -> throw refused(refusal);
      case Stage.Decision.Approved(Stage.Approval approval) -> {
        programmes.approve(programme.id(), number, approval, tenant.settings().timeZone());
        String job =
            startsAt.isAfter(now) ? null : programmes.rateAgain(programme, number, startsAt);
        yield done("programme-version.approve", before, job);
      }
    };
  }

  /** Makes a version a draft again. */
  @POST
  @Path("/{number}/withdrawal")
  @Idempotent
  @PermissionsAllowed("admin:write")
  @Operation(
      operationId = "withdrawProgrammeVersion",
      summary = "Make a version a draft again",
      description = "One that is in review, or scheduled and has not started.")
  @APIResponse(
      responseCode = "200",
      description = "The draft.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = VersionView.class)))
  public Response withdraw(
      @Parameter(description = PROGRAMME) @PathParam("programmeId") @Size(max = 40)
          String programmeId,
      @Parameter(description = NUMBER, example = "1") @PathParam("number") @Min(1) @Max(1_000_000)
          int number) {
    StoredProgramme programme = locked(programmeId);
    StoredVersion before = version(programme.id(), number);
    Stage.Draft draft =
        switch (stage(before)) {
          case Stage.InReview review -> review.sendBack();
          case Stage.Scheduled scheduled -> scheduled.withdraw();
          case Stage.Draft _, Stage.Active _, Stage.Retired _ -> throw wrongStage(before);
        };
    programmes.stage(programme.id(), number, draft);
    return done("programme-version.withdraw", before, null);
  }

  private Response done(String action, StoredVersion before, @Nullable String job) {
    StoredVersion after = version(before.programmeId(), before.number());
    Map<String, Object> document = documents.read(after);
    VersionView view =
        VersionView.from(after, clock.instant(), document, documents.faults(document), job);
    audit.record(action, "programme-version", name(after), view(before), view);
    return Response.ok(view).tag(ETags.of(after.revision())).build();
  }

  private boolean neverRan(StoredProgramme programme) {
    return programmes.versions(programme.id(), null, Integer.MAX_VALUE).stream()
        .noneMatch(version -> version.approval() != null);
  }

  private StoredProgramme programme(String programmeId) {
    return programmes
        .find(Ids.readPath("prg", programmeId))
        .orElseThrow(() -> Problem.of(LoyaltyProblem.PROGRAMME_NOT_FOUND));
  }

  private StoredProgramme locked(String programmeId) {
    return programmes
        .lock(Ids.readPath("prg", programmeId))
        .orElseThrow(() -> Problem.of(LoyaltyProblem.PROGRAMME_NOT_FOUND));
  }

  private StoredVersion version(UUID programmeId, int number) {
    return programmes
        .version(programmeId, number)
        .orElseThrow(() -> Problem.of(LoyaltyProblem.PROGRAMME_VERSION_NOT_FOUND));
  }

  private VersionView view(StoredVersion version) {
    Map<String, Object> document = documents.read(version);
    return VersionView.from(version, clock.instant(), document, documents.faults(document), null);
  }

  private Stage stage(StoredVersion version) {
    return version.stage(clock.instant());
  }

  private Problem wrongStage(StoredVersion version) {
    return Problem.of(
        LoyaltyProblem.PROGRAMME_STAGE, "The version is " + stage(version).slug() + ".");
  }

  private static Problem refused(Stage.Refusal refusal) {
    return switch (refusal) {
      case SAME_PERSON -> Problem.of(LoyaltyProblem.SECOND_PERSON_NEEDED);
      case STARTS_IN_THE_PAST ->
          Problem.of(LoyaltyProblem.STARTS_IN_THE_PAST).at("/startsAt", "must not lie in the past");
    };
  }

  private static String name(StoredVersion version) {
    return Ids.show("prg", version.programmeId()) + "/" + version.number();
  }
}
