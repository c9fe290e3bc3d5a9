package dev.homeport.loyalty.rating.rest;

import dev.homeport.loyalty.LoyaltyProblem;
import dev.homeport.loyalty.programme.Fault;
import dev.homeport.loyalty.rating.DryRuns;
import dev.homeport.loyalty.rating.Rated;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.idempotency.Idempotent;
import dev.homeport.platform.problem.Problem;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Trying a programme on one order. */
@Path("/v1/programmes/{programmeId}/dry-runs")
@Tag(name = "Programmes", description = "What gives points, in versions that people approve")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class DryRunsResource {
  private final DryRuns dryRuns;

  DryRunsResource(DryRuns dryRuns) {
    this.dryRuns = dryRuns;
  }

  /** Rates an imagined order. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Idempotent
  @PermissionsAllowed("loyalty:read")
  @Operation(
      operationId = "dryRunProgramme",
      summary = "Try a programme on one order",
      description =
          "What an order would earn at any moment, by any version, drafts too, with every rule"
              + " explained. Nothing is written.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = DryRun.class),
              examples = @ExampleObject(name = "order", value = DryRun.EXAMPLE)))
  @APIResponse(
      responseCode = "200",
      description = "What it would earn.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = DryRunView.class)))
  public Response rate(
      @Parameter(
              description =
                  "The programme, for example `prg_0193b2f0-6d1c-7c35-9f0e-3a5a0f7c2b41`.")
          @PathParam("programmeId")
          @Size(max = 40)
          String programmeId,
      @Valid DryRun request) {
    UUID programme = Ids.readPath("prg", programmeId);
    String identity = request.identityId();
    UUID buyer = identity == null ? Ids.next() : Ids.read("idn", identity);
    return switch (dryRuns.rate(programme, request.version(), request.order(buyer))) {
      case DryRuns.Result.Done(Rated rated) -> Response.ok(DryRunView.from(rated)).build();
      case DryRuns.Result.Faulty(List<Fault> faults) -> throw faulty(faults);
      case DryRuns.Result.NoProgramme() -> throw Problem.of(LoyaltyProblem.PROGRAMME_NOT_FOUND);
      case DryRuns.Result.NoVersion() ->
          throw Problem.of(LoyaltyProblem.PROGRAMME_VERSION_NOT_FOUND);
    };
  }

  private static Problem faulty(List<Fault> faults) {
    Problem problem = Problem.of(LoyaltyProblem.PROGRAMME_FAULTY);
    for (Fault fault : faults) {
      problem = problem.at("/document" + fault.pointer(), fault.detail());
    }
    return problem;
  }
}
