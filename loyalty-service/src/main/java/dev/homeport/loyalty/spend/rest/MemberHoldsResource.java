package dev.homeport.loyalty.spend.rest;

import dev.homeport.loyalty.LoyaltyProblem;
import dev.homeport.loyalty.spend.Spend;
import dev.homeport.loyalty.spend.Spends;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What members have set aside. */
@Path("/v1/members/{customerId}/holds")
@Tag(name = "Members", description = "Customers and their points")
@RunOnVirtualThread
class MemberHoldsResource {
  private final Spends spends;
  private final Cursors cursors;

  MemberHoldsResource(Spends spends, Cursors cursors) {
    this.spends = spends;
    this.cursors = cursors;
  }

  /** Lists what a member has set aside. */
  @GET
  @Transactional
  @PermissionsAllowed("loyalty:read")
  @Operation(
      operationId = "listMemberHolds",
      summary = "List what a member has set aside",
      description = "In all programmes, newest first, also what was captured, released or is over.")
  public Page<HoldView> list(
      @Parameter(
              description = "The customer, for example `cus_6f1c1d1e-2f5b-8a61-9d55-1b0f3d6a7c11`.")
          @PathParam("customerId")
          @Size(max = 40)
          String customerId,
      @BeanParam PageRequest page) {
    UUID customer = Ids.readPath("cus", customerId);
    if (!spends.knows(customer)) {
      throw Problem.of(LoyaltyProblem.MEMBER_NOT_FOUND);
    }
    Paging paging = cursors.open(page);
    UUID before = paging.first() ? null : UUID.fromString(paging.after().getFirst());
    return paging.page(
        spends.held(customer, before, paging.fetch()),
        HoldView::from,
        (Spend spend) -> List.of(spend.id()));
  }
}
