package dev.homeport.loyalty.spend.rest;

import dev.homeport.loyalty.LoyaltyProblem;
import dev.homeport.loyalty.spend.Spend;
import dev.homeport.loyalty.spend.Spends;
import dev.homeport.platform.audit.Audit;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.idempotency.Idempotent;
import dev.homeport.platform.problem.Problem;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Points that are set aside until it is known whether they are needed. */
@Path("/v1/holds")
@Tag(name = "Spending", description = "Setting points aside, spending them, giving them back")
@RunOnVirtualThread
class HoldsResource {
  private static final String HOLD =
      "The hold, for example `hld_0193b2f0-6d1c-7c35-9f0e-3a5a0f7c2b41`.";

  private final Spends spends;
  private final Spendings spendings;
  private final Audit audit;

  HoldsResource(Spends spends, Spendings spendings, Audit audit) {
    this.spends = spends;
    this.spendings = spendings;
    this.audit = audit;
  }

  /** Sets points aside. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Idempotent
  @PermissionsAllowed("loyalty:write")
  @Operation(
      operationId = "createHold",
      summary = "Set points aside",
      description =
          "While a basket is paid for, say: nobody else can spend them until the hold is captured,"
              + " released, or its time is over. They are drawn from the lots of all identities of"
              + " the member, soonest expiry first.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = NewHold.class),
              examples = @ExampleObject(name = "basket", value = NewHold.EXAMPLE)))
  @APIResponse(
      responseCode = "201",
      description = "The hold.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = HoldView.class)))
  public Response hold(@Valid NewHold request) {
    HoldView view =
        HoldView.from(
            Spendings.made(spends.hold(spendings.read(request.spending()), request.time())));
    audit.record("hold.create", "hold", view.id(), null, view);
    return Response.created(URI.create("/v1/holds/" + view.id())).entity(view).build();
  }

  /** Gets a hold. */
  @GET
  @Path("/{holdId}")
  @Transactional
  @PermissionsAllowed("loyalty:read")
  @Operation(
      operationId = "getHold",
      summary = "Read a hold",
      description = "What is set aside, until when, and what became of it.")
  public HoldView get(
      @Parameter(description = HOLD) @PathParam("holdId") @Size(max = 40) String holdId) {
    return spends
        .find(Ids.readPath("hld", holdId))
        .filter(Spend::wasHeld)
        .map(HoldView::from)
        .orElseThrow(() -> Problem.of(LoyaltyProblem.HOLD_NOT_FOUND));
  }

  /** Captures a hold. */
  @POST
  @Path("/{holdId}/capture")
  @Idempotent
  @PermissionsAllowed("loyalty:write")
  @Operation(
      operationId = "captureHold",
      summary = "Spend what was set aside",
      description = "All of it; the answer names the redemption. Only while its time is not over.")
  @APIResponse(
      responseCode = "200",
      description = "The hold, captured.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = HoldView.class)))
  public Response capture(
      @Parameter(description = HOLD) @PathParam("holdId") @Size(max = 40) String holdId) {
    return changed("hold.capture", spends.capture(Ids.readPath("hld", holdId)));
  }

  /** Releases a hold. */
  @POST
  @Path("/{holdId}/release")
  @Idempotent
  @PermissionsAllowed("loyalty:write")
  @Operation(
      operationId = "releaseHold",
      summary = "Let what was set aside be there again",
      description = "In the lots from which it came, with their expiry.")
  @APIResponse(
      responseCode = "200",
      description = "The hold, released.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = HoldView.class)))
  public Response release(
      @Parameter(description = HOLD) @PathParam("holdId") @Size(max = 40) String holdId) {
    return changed("hold.release", spends.release(Ids.readPath("hld", holdId)));
  }

  private Response changed(String action, Spends.Changed changed) {
    return switch (changed) {
      case Spends.Changed.Missing _ -> throw Problem.of(LoyaltyProblem.HOLD_NOT_FOUND);
      case Spends.Changed.Closed(Spend spend) ->
          throw Problem.of(
              spend.wasHeld() ? LoyaltyProblem.HOLD_CLOSED : LoyaltyProblem.HOLD_NOT_FOUND);
      case Spends.Changed.Done(Spend before, Spend spend) -> {
        HoldView view = HoldView.from(spend);
        audit.record(action, "hold", view.id(), HoldView.from(before), view);
        yield Response.ok(view).build();
      }
    };
  }
}
