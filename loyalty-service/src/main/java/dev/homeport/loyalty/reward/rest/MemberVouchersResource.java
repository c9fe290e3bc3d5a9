package dev.homeport.loyalty.reward.rest;

import dev.homeport.loyalty.LoyaltyProblem;
import dev.homeport.loyalty.reward.Voucher;
import dev.homeport.loyalty.reward.Vouchers;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.paging.Cursors;
import dev.homeport.platform.paging.Page;
import dev.homeport.platform.paging.PageRequest;
import dev.homeport.platform.paging.Paging;
import dev.homeport.platform.problem.Problem;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The vouchers of members. */
@Path("/v1/members/{customerId}/vouchers")
@Tag(name = "Members", description = "Customers and their points")
@RunOnVirtualThread
class MemberVouchersResource {
  private final Vouchers vouchers;
  private final Cursors cursors;
  private final Clock clock;

  MemberVouchersResource(Vouchers vouchers, Cursors cursors, Clock clock) {
    this.vouchers = vouchers;
    this.cursors = cursors;
    this.clock = clock;
  }

  /** Lists a member's vouchers. */
  @GET
  @Transactional
  @PermissionsAllowed("loyalty:read")
  @Operation(
      operationId = "listMemberVouchers",
      summary = "List a member's vouchers",
      description = "Newest first, also those that are over.")
  public Page<VoucherView> list(
      @Parameter(
              description = "The customer, for example `cus_6f1c1d1e-2f5b-8a61-9d55-1b0f3d6a7c11`.")
          @PathParam("customerId")
          @Size(max = 40)
          String customerId,
      @BeanParam PageRequest page) {
    UUID customer = Ids.readPath("cus", customerId);
    if (!vouchers.knows(customer)) {
      throw Problem.of(LoyaltyProblem.MEMBER_NOT_FOUND);
    }
    Instant now = clock.instant();
    Paging paging = cursors.open(page);
    UUID before = paging.first() ? null : UUID.fromString(paging.after().getFirst());
    return paging.page(
        vouchers.ofCustomer(customer, before, paging.fetch()),
        voucher -> VoucherView.from(voucher, now),
        (Voucher voucher) -> List.of(voucher.id()));
  }
}
