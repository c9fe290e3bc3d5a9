package dev.homeport.loyalty.liability.rest;

import dev.homeport.loyalty.ChosenProgramme;
import dev.homeport.loyalty.liability.Liability;
import dev.homeport.loyalty.programme.RunningProgrammes;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What the merchant owes its members. */
@Path("/v1/liability")
@Tag(name = "Liability", description = "What the merchant owes its members")
@RunOnVirtualThread
class LiabilityResource {
  private final Liability liability;
  private final RunningProgrammes programmes;

  LiabilityResource(Liability liability, RunningProgrammes programmes) {
    this.liability = liability;
    this.programmes = programmes;
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
  public LiabilityView get(
      @Parameter(description = ChosenProgramme.DESCRIPTION, example = "points")
          @QueryParam("programme")
          @Size(max = 40)
          @Nullable String programme) {
    String key = ChosenProgramme.of(programmes, programme).key();
    return LiabilityView.from(liability.outstanding(key), key);
  }
}
