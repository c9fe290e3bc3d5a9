package dev.homeport.loyalty.earning.rest;

import dev.homeport.loyalty.LoyaltyProblem;
import dev.homeport.loyalty.earning.rest.RatingView.StoredRating;
import dev.homeport.loyalty.jdbc.Database;
import dev.homeport.loyalty.journal.store.RatingText;
import dev.homeport.loyalty.programme.Programme;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.problem.Problem;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Why an order earned what it did. */
@Path("/v1/orders/{orderId}/rating")
@Tag(name = "Ratings", description = "Why an order earned what it did")
@RunOnVirtualThread
public class OrderRatingsResource {
  private static final String RATING =
      """
      select * from award
      where tenant_id = ? and cause_id = ? and cause_kind = 'order' and programme = ?""";

  private final Database database;
  private final Programme programme;

  OrderRatingsResource(Database database, Programme programme) {
    this.database = database;
    this.programme = programme;
  }

  /** Gets the rating of an order. */
  @GET
  @Transactional
  @PermissionsAllowed("loyalty:read")
  @Operation(
      operationId = "getOrderRating",
      summary = "Explain what an order earns",
      description =
          "The rating of the order as it now stands: the amount that counted, the rate, the"
              + " rounding, and the reason when it earns nothing.")
  public RatingView get(
      @Parameter(description = "The order, for example `ord_0193b2f0-6d1c-7c35-9f0e-3a5a0f7c2b41`.")
          @PathParam("orderId")
          @Size(max = 40)
          String orderId) {
    UUID order = Ids.readPath("ord", orderId);
    return database
        .list(
            RATING,
            parameters -> parameters.uuid(order).text(programme.key()),
            OrderRatingsResource::read)
        .stream()
        .findFirst()
        .map(RatingView::from)
        .orElseThrow(() -> Problem.of(LoyaltyProblem.RATING_NOT_FOUND));
  }

  private static StoredRating read(ResultSet row) throws SQLException {
    return new StoredRating(
        row.getObject("cause_id", UUID.class),
        row.getObject("identity_id", UUID.class),
        row.getLong("cause_revision"),
        row.getString("programme"),
        row.getInt("programme_version"),
        row.getString("rule"),
        RatingText.read(row.getString("rating")));
  }
}
