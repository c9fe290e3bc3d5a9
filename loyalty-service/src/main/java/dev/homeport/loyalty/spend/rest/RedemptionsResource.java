package dev.homeport.loyalty.spend.rest;

import dev.homeport.loyalty.LoyaltyProblem;
import dev.homeport.loyalty.reward.Vouchers;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Points that are spent. */
@Path("/v1/redemptions")
@Tag(name = "Spending", description = "Setting points aside, spending them, giving them back")
@RunOnVirtualThread
class RedemptionsResource {
  private static final String REDEMPTION =
      "The redemption, for example `red_0193b2f0-6d1c-7c35-9f0e-3a5a0f7c2b41`.";

  private final Spends spends;
  private final Spendings spendings;
  private final Vouchers vouchers;
  private final Audit audit;

  RedemptionsResource(Spends spends, Spendings spendings, Vouchers vouchers, Audit audit) {
    this.spends = spends;
    this.spendings = spendings;
    this.vouchers = vouchers;
    this.audit = audit;
  }

  /** Spends points. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Idempotent
  @PermissionsAllowed("loyalty:write")
  @Operation(
      operationId = "createRedemption",
      summary = "Spend points at once",
      description =
          "A hold and its capture in one. They are drawn from the lots of all identities of the"
              + " member, soonest expiry first; a programme's overdraft is not for spending.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = NewRedemption.class),
              examples = @ExampleObject(name = "basket", value = NewRedemption.EXAMPLE)))
  @APIResponse(
      responseCode = "201",
      description = "The redemption.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = RedemptionView.class)))
  public Response redeem(@Valid NewRedemption request) {
    RedemptionView view =
        RedemptionView.from(Spendings.made(spends.redeem(spendings.read(request))));
    audit.record("redemption.create", "redemption", view.id(), null, view);
    return Response.created(URI.create("/v1/redemptions/" + view.id())).entity(view).build();
  }

  /** Gets a redemption. */
  @GET
  @Path("/{redemptionId}")
  @Transactional
  @PermissionsAllowed("loyalty:read")
  @Operation(
      operationId = "getRedemption",
      summary = "Read a redemption",
      description = "What was spent, by whom, and whether it was given back.")
  public RedemptionView get(
      @Parameter(description = REDEMPTION) @PathParam("redemptionId") @Size(max = 40)
          String redemptionId) {
    return spends
        .find(Ids.readPath("red", redemptionId))
        .filter(RedemptionView::shows)
        .map(RedemptionView::from)
        .orElseThrow(() -> Problem.of(LoyaltyProblem.REDEMPTION_NOT_FOUND));
  }

  /** Gives points back. */
  @POST
  @Path("/{redemptionId}/return")
  @Idempotent
  @PermissionsAllowed("loyalty:write")
  @Operation(
      operationId = "returnRedemption",
      summary = "Give spent points back",
      description =
          "To the lots from which they came, with their expiry: what has expired meanwhile is lost,"
              + " or given anew for the programme's `graceDays`. Points that were spent on an order"
              + " are given back by themselves when it is cancelled, and by the share of it that"
              + " comes back; those that a voucher cost, by making it void.")
  @APIResponse(
      responseCode = "200",
      description = "The redemption, given back.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = RedemptionView.class)))
  public Response giveBack(
      @Parameter(description = REDEMPTION) @PathParam("redemptionId") @Size(max = 40)
          String redemptionId) {
    UUID id = Ids.readPath("red", redemptionId);
    if (vouchers.ofSpend(id).isPresent()) {
      throw Problem.of(
          LoyaltyProblem.REDEMPTION_CLOSED, "It paid for a voucher: make that void instead.");
    }
    return switch (spends.giveBack(id)) {
      case Spends.Changed.Missing _ -> throw Problem.of(LoyaltyProblem.REDEMPTION_NOT_FOUND);
      case Spends.Changed.Closed(Spend spend) ->
          throw Problem.of(
              RedemptionView.shows(spend)
                  ? LoyaltyProblem.REDEMPTION_CLOSED
                  : LoyaltyProblem.REDEMPTION_NOT_FOUND);
      case Spends.Changed.Done(Spend before, Spend spend) -> {
        RedemptionView view = RedemptionView.from(spend);
        audit.record(
            "redemption.return", "redemption", view.id(), RedemptionView.from(before), view);
        yield Response.ok(view).build();
      }
    };
  }
}
