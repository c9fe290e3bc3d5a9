package dev.homeport.loyalty.programme.rest;

import dev.homeport.loyalty.LoyaltyProblem;
import dev.homeport.loyalty.programme.Programmes;
import dev.homeport.loyalty.programme.Stage;
import dev.homeport.loyalty.programme.StoredProgramme;
import dev.homeport.loyalty.programme.StoredVersion;
import dev.homeport.platform.audit.Audit;
import dev.homeport.platform.http.ETags;
import dev.homeport.platform.idempotency.Idempotent;
import dev.homeport.platform.problem.Problem;
import dev.homeport.platform.security.CurrentIdentity;
import dev.homeport.platform.tenant.CurrentTenant;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What becomes of a version: it is submitted, approved, or a draft again. */
@Path("/v1/programmes/{programmeId}/versions")
@Tag(name = "Programmes", description = "What gives points, in versions that people approve")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class VersionStagesResource {
  private final Programmes programmes;
  private final ShownVersions versions;
  private final Documents documents;
  private final Audit audit;
  private final CurrentIdentity person;
  private final CurrentTenant tenant;
  private final Clock clock;

  VersionStagesResource(
      Programmes programmes,
      ShownVersions versions,
      Documents documents,
      Audit audit,
      CurrentIdentity person,
      CurrentTenant tenant,
      Clock clock) {
    this.programmes = programmes;
    this.versions = versions;
    this.documents = documents;
    this.audit = audit;
    this.person = person;
    this.tenant = tenant;
    this.clock = clock;
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
      @Parameter(description = VersionsResource.PROGRAMME) @PathParam("programmeId") @Size(max = 40)
          String programmeId,
      @Parameter(description = VersionsResource.NUMBER, example = "1")
          @PathParam("number")
          @Min(1)
          @Max(1_000_000)
          int number) {
    StoredProgramme programme = versions.locked(programmeId);
    StoredVersion before = versions.version(programme.id(), number);
    if (!(versions.stage(before) instanceof Stage.Draft draft)) {
      throw versions.wrongStage(before);
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
      @Parameter(description = VersionsResource.PROGRAMME) @PathParam("programmeId") @Size(max = 40)
          String programmeId,
      @Parameter(description = VersionsResource.NUMBER, example = "1")
          @PathParam("number")
          @Min(1)
          @Max(1_000_000)
          int number,
      @Valid NewApproval request) {
    StoredProgramme programme = versions.locked(programmeId);
    StoredVersion before = versions.version(programme.id(), number);
    if (!(versions.stage(before) instanceof Stage.InReview review)) {
      throw versions.wrongStage(before);
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
      @Parameter(description = VersionsResource.PROGRAMME) @PathParam("programmeId") @Size(max = 40)
          String programmeId,
      @Parameter(description = VersionsResource.NUMBER, example = "1")
          @PathParam("number")
          @Min(1)
          @Max(1_000_000)
          int number) {
    StoredProgramme programme = versions.locked(programmeId);
    StoredVersion before = versions.version(programme.id(), number);
    Stage.Draft draft =
        switch (versions.stage(before)) {
          case Stage.InReview review -> review.sendBack();
          case Stage.Scheduled scheduled -> scheduled.withdraw();
          case Stage.Draft _, Stage.Active _, Stage.Retired _ -> throw versions.wrongStage(before);
        };
    programmes.stage(programme.id(), number, draft);
    return done("programme-version.withdraw", before, null);
  }

  private Response done(String action, StoredVersion before, @Nullable String job) {
    StoredVersion after = versions.version(before.programmeId(), before.number());
    VersionView view = versions.view(after, job);
    audit.record(
        action, "programme-version", ShownVersions.name(after), versions.view(before), view);
    return Response.ok(view).tag(ETags.of(after.revision())).build();
  }

  private boolean neverRan(StoredProgramme programme) {
    return programmes.versions(programme.id(), null, Integer.MAX_VALUE).stream()
        .noneMatch(version -> version.approval() != null);
  }

  private static Problem refused(Stage.Refusal refusal) {
    return switch (refusal) {
      case SAME_PERSON -> Problem.of(LoyaltyProblem.SECOND_PERSON_NEEDED);
      case STARTS_IN_THE_PAST ->
          Problem.of(LoyaltyProblem.STARTS_IN_THE_PAST).at("/startsAt", "must not lie in the past");
    };
  }
}
