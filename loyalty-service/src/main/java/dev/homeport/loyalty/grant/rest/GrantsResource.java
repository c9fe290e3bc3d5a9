package dev.homeport.loyalty.grant.rest;

import dev.homeport.loyalty.ChosenProgramme;
import dev.homeport.loyalty.LoyaltyProblem;
import dev.homeport.loyalty.grant.Grants;
import dev.homeport.loyalty.programme.RunningProgrammes;
import dev.homeport.loyalty.programme.Versions;
import dev.homeport.platform.audit.Audit;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.idempotency.Idempotent;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import dev.homeport.platform.security.CurrentIdentity;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Points that people give. */
@Path("/v1/grants")
@Tag(name = "Grants", description = "Points that people give, with a reason")
@RunOnVirtualThread
class GrantsResource {
  private final Grants grants;
  private final RunningProgrammes programmes;
  private final CurrentIdentity person;
  private final Audit audit;
  private final Clock clock;

  GrantsResource(
      Grants grants,
      RunningProgrammes programmes,
      CurrentIdentity person,
      Audit audit,
      Clock clock) {
    this.grants = grants;
    this.programmes = programmes;
    this.person = person;
    this.audit = audit;
    this.clock = clock;
  }

  /** Gives points. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Idempotent
  @PermissionsAllowed("loyalty:write")
  @Operation(
      operationId = "grantPoints",
      summary = "Give points",
      description =
          "For a reason of your own: a late parcel, a mistake that is put right. No rule or cap is"
              + " asked, and they count towards no tier. To take points, redeem them.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = NewGrant.class),
              examples = @ExampleObject(name = "late", value = NewGrant.EXAMPLE)))
  @APIResponse(
      responseCode = "201",
      description = "The grant.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = GrantView.class)))
  public Response give(@Valid NewGrant request) {
    Instant expiresAt = request.expiresAt();
    if (expiresAt != null && !expiresAt.isAfter(clock.instant())) {
      throw Problem.of(CommonProblem.VALIDATION_FAILED).at("/expiresAt", "must lie in the future");
    }
    var gift =
        new Grants.Gift(
            Ids.read("cus", request.customerId()),
            programme(request.programme()),
            request.points(),
            expiresAt,
            request.reason(),
            person.subject());
    GrantView view =
        grants
            .give(gift)
            .map(GrantView::from)
            .orElseThrow(
                () ->
                    Problem.of(LoyaltyProblem.MEMBER_NOT_FOUND)
                        .at("/customerId", "is no customer of whom an identity is known"));
    audit.record("points.grant", "grant", view.id(), null, view);
    return Response.created(URI.create("/v1/grants/" + view.id())).entity(view).build();
  }

  /** Gets a grant. */
  @GET
  @Path("/{grantId}")
  @Transactional
  @PermissionsAllowed("loyalty:read")
  @Operation(
      operationId = "getGrant",
      summary = "Read a grant",
      description = "What was given, by whom and why.")
  public GrantView get(
      @Parameter(description = "The grant, for example `grt_0193b2f0-6d1c-7c35-9f0e-3a5a0f7c2b41`.")
          @PathParam("grantId")
          @Size(max = 40)
          String grantId) {
    return grants
        .find(Ids.readPath("grt", grantId))
        .map(GrantView::from)
        .orElseThrow(() -> Problem.of(LoyaltyProblem.GRANT_NOT_FOUND));
  }

  private String programme(@Nullable String key) {
    Versions programme = ChosenProgramme.ofDocument(programmes, key);
    if (programme.at(clock.instant()).isEmpty()) {
      throw Problem.of(CommonProblem.VALIDATION_FAILED).at("/programme", "does not run now");
    }
    return programme.key();
  }
}
