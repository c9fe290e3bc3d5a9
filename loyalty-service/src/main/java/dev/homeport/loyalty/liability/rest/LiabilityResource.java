package dev.homeport.loyalty.liability.rest;

import dev.homeport.loyalty.liability.Liability;
import dev.homeport.loyalty.programme.Programme;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the merchant owes its members. */
@Path("/v1/liability")
@Tag(name = "Liability", description = "What the merchant owes its members")
@RunOnVirtualThread
class LiabilityResource {
  private final Liability liability;
  private final Programme programme;

  LiabilityResource(Liability liability, Programme programme) {
    this.liability = liability;
    this.programme = programme;
  }

  /** Adds up what all members hold. */
  @GET
  @Transactional
  @PermissionsAllowed("loyalty:read")
  @Operation(
      operationId = "getLiability",
      summary = "See the points outstanding",
      description =
          "What all members hold together as the ledger now stands, in points. Members below zero"
              + " are counted apart, because their debt pays nobody else's points.")
  public LiabilityView get() {
    return LiabilityView.from(liability.outstanding(), programme);
  }
}
