package dev.homeport.analytics.rfm.rest;

import dev.homeport.analytics.AnalyticsProblem;
import dev.homeport.analytics.rfm.CustomerMeasures;
import dev.homeport.analytics.rfm.CustomerMeasures.Placed;
import dev.homeport.analytics.rfm.Snapshot;
import dev.homeport.analytics.rfm.Snapshots;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.problem.Problem;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** RFM of one customer. */
@Path("/v1/customers/{customerId}/rfm")
@Tag(name = "RFM", description = "Recency, frequency and monetary value of customers.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class CustomerRfmResource {
  private final CustomerMeasures customers;
  private final Snapshots snapshots;
  private final Viewpoints viewpoints;

  CustomerRfmResource(CustomerMeasures customers, Snapshots snapshots, Viewpoints viewpoints) {
    this.customers = customers;
    this.snapshots = snapshots;
    this.viewpoints = viewpoints;
  }

  @GET
  @Transactional
  @PermissionsAllowed("analytics:read")
  @Operation(
      operationId = "getCustomerRfm",
      summary = "See where a customer stands",
      description =
          "What the customer did, how that compares with all others, and what would lead to a"
              + " higher score. The customer's own values hold the last order that was taken; the"
              + " cut points follow within five seconds. A customer without an order that counts"
              + " (none, or all cancelled or fully returned, or none that the scoring looks at) is"
              + " not scored: 404 customer-not-scored.")
  @APIResponse(
      responseCode = "200",
      description = "Where the customer stands.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = CustomerRfmView.class),
              examples = @ExampleObject(name = "at risk", value = RfmExamples.CUSTOMER)))
  public CustomerRfmView get(
      @Parameter(
              description = "The customer.",
              example = "cus_01928c5e-6f50-7000-8000-000000000001")
          @PathParam("customerId")
          String customerId,
      @BeanParam @Valid ByScoring scoring,
      @BeanParam AsOf asOf) {
    UUID customer = Ids.readPath("cus", customerId);
    var viewpoint = viewpoints.of(scoring, asOf);
    Placed placed =
        viewpoint
            .past()
            .map(
                day ->
                    customers
                        .asOf(viewpoint.scheme(), customer, day)
                        .map(measures -> new Placed(measures, Optional.empty(), Optional.empty())))
            .orElseGet(() -> customers.now(viewpoint.scheme(), customer))
            .orElseThrow(() -> Problem.of(AnalyticsProblem.CUSTOMER_NOT_SCORED));
    Snapshot snapshot =
        placed
            .seen()
            .map(seen -> snapshots.now(viewpoint.scheme(), seen))
            .orElseGet(() -> viewpoint.snapshot(snapshots));
    return CustomerRfmView.from(customer, viewpoint, placed, snapshot);
  }
}
