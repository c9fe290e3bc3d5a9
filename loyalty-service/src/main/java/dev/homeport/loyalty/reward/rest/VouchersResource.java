package dev.homeport.loyalty.reward.rest;

import dev.homeport.loyalty.LoyaltyProblem;
import dev.homeport.loyalty.reward.Voucher;
import dev.homeport.loyalty.reward.Vouchers;
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
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The codes by which members have what they paid for with points. */
@Path("/v1/vouchers")
@Tag(name = "Rewards", description = "What members can have for points")
@RunOnVirtualThread
class VouchersResource {
  private static final String VOUCHER =
      "The voucher, for example `vou_0193b2f0-6d1c-7c35-9f0e-3a5a0f7c2b41`.";

  private final Vouchers vouchers;
  private final Audit audit;
  private final Clock clock;

  VouchersResource(Vouchers vouchers, Audit audit, Clock clock) {
    this.vouchers = vouchers;
    this.audit = audit;
    this.clock = clock;
  }

  /** Gets a voucher. */
  @GET
  @Path("/{voucherId}")
  @Transactional
  @PermissionsAllowed("loyalty:read")
  @Operation(
      operationId = "getVoucher",
      summary = "Read a voucher",
      description = "Its code, what it gives, and whether it can be used.")
  public VoucherView get(
      @Parameter(description = VOUCHER) @PathParam("voucherId") @Size(max = 40) String voucherId) {
    return vouchers
        .find(Ids.readPath("vou", voucherId))
        .map(this::view)
        .orElseThrow(() -> Problem.of(LoyaltyProblem.VOUCHER_NOT_FOUND));
  }

  /** Looks at a code. */
  @POST
  @Path("/validation")
  @Consumes(MediaType.APPLICATION_JSON)
  @TriesCodes
  @Idempotent
  @PermissionsAllowed("loyalty:read")
  @Operation(
      operationId = "validateVoucher",
      summary = "See whether a code is good",
      description =
          "And what it gives. Nothing is written; it can still be used by somebody else. A client"
              + " that tries too many codes in a minute which there are not is refused until the"
              + " next (`429`, `too-many-wrong-codes`), also with good ones.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = CodeDocuments.Shown.class),
              examples = @ExampleObject(name = "code", value = CodeDocuments.Shown.EXAMPLE)))
  @APIResponse(
      responseCode = "200",
      description = "The voucher.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = VoucherView.class)))
  public Response validate(@Valid CodeDocuments.Shown request) {
    return vouchers
        .ofCode(request.code())
        .map(voucher -> Response.ok(view(voucher)).build())
        .orElseThrow(VouchersResource::noCode);
  }

  /** Uses a code. */
  @POST
  @Path("/redemption")
  @Consumes(MediaType.APPLICATION_JSON)
  @TriesCodes
  @Idempotent
  @PermissionsAllowed("loyalty:write")
  @Operation(
      operationId = "redeemVoucher",
      summary = "Use a code",
      description =
          "As often as the reward says, mostly once, however many try at the same time. A client"
              + " that tries too many codes in a minute which there are not is refused until the"
              + " next (`429`, `too-many-wrong-codes`), also with good ones.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = CodeDocuments.Used.class),
              examples = @ExampleObject(name = "basket", value = CodeDocuments.Used.EXAMPLE)))
  @APIResponse(
      responseCode = "200",
      description = "The voucher, used.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = VoucherView.class)))
  public Response redeem(@Valid CodeDocuments.Used request) {
    String order = request.orderId();
    return ended(
        "voucher.redeem",
        vouchers.redeem(
            request.code(),
            request.market(),
            order == null ? null : Ids.read("ord", order),
            request.reference()));
  }

  /** Makes a voucher void. */
  @POST
  @Path("/{voucherId}/void")
  @Idempotent
  @PermissionsAllowed("loyalty:write")
  @Operation(
      operationId = "voidVoucher",
      summary = "Make a voucher void",
      description =
          "If it has not been used up; the points of one that was never used are given back.")
  @APIResponse(
      responseCode = "200",
      description = "The voucher, void.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = VoucherView.class)))
  public Response cancel(
      @Parameter(description = VOUCHER) @PathParam("voucherId") @Size(max = 40) String voucherId) {
    return ended("voucher.void", vouchers.cancel(Ids.readPath("vou", voucherId)));
  }

  private Response ended(String action, Vouchers.Ended ended) {
    return switch (ended) {
      case Vouchers.Ended.Missing() -> throw noCode();
      case Vouchers.Ended.Elsewhere(Voucher voucher) ->
          throw Problem.of(
                  LoyaltyProblem.VOUCHER_ELSEWHERE, "It is good in %s.".formatted(voucher.market()))
              .at("/market", "is another one, or missing");
      case Vouchers.Ended.Over(Voucher voucher) ->
          throw Problem.of(
              LoyaltyProblem.VOUCHER_OVER, "It is %s.".formatted(view(voucher).state()));
      case Vouchers.Ended.Done(Voucher voucher) -> {
        VoucherView view = view(voucher);
        audit.record(action, "voucher", view.id(), null, view.withoutCode());
        yield Response.ok(view).build();
      }
    };
  }

  private static Problem noCode() {
    return Problem.of(LoyaltyProblem.VOUCHER_NOT_FOUND);
  }

  private VoucherView view(Voucher voucher) {
    return VoucherView.from(voucher, clock.instant());
  }
}
