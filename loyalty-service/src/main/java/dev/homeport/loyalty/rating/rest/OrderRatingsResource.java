package dev.homeport.loyalty.rating.rest;

import dev.homeport.loyalty.ChosenProgramme;
import dev.homeport.loyalty.LoyaltyProblem;
import dev.homeport.loyalty.programme.RunningProgrammes;
import dev.homeport.loyalty.rating.Ratings;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.problem.Problem;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Why an order earned what it did. */
@Path("/v1/orders/{orderId}/rating")
@Tag(name = "Ratings", description = "Why an order earned what it did")
@RunOnVirtualThread
class OrderRatingsResource {
  private final Ratings ratings;
  private final RunningProgrammes programmes;

  OrderRatingsResource(Ratings ratings, RunningProgrammes programmes) {
    this.ratings = ratings;
    this.programmes = programmes;
  }

  /** Gets the rating of an order. */
  @GET
  @Transactional
  @PermissionsAllowed("loyalty:read")
  @Operation(
      operationId = "getOrderRating",
      summary = "Explain what an order earns",
      description =
          "The rating of the order as it now stands: every rule that was considered with what it"
              + " read and how it counted, the rounding, caps, and the reason when it earns"
              + " nothing.")
  public RatingView get(
      @Parameter(description = "The order, for example `ord_0193b2f0-6d1c-7c35-9f0e-3a5a0f7c2b41`.")
          @PathParam("orderId")
          @Size(max = 40)
          String orderId,
      @Parameter(description = ChosenProgramme.DESCRIPTION, example = "points")
          @QueryParam("programme")
          @Size(max = 40)
          @Nullable String programme) {
    return ratings
        .find(Ids.readPath("ord", orderId), ChosenProgramme.of(programmes, programme).key())
        .map(RatingView::from)
        .orElseThrow(() -> Problem.of(LoyaltyProblem.RATING_NOT_FOUND));
  }
}
