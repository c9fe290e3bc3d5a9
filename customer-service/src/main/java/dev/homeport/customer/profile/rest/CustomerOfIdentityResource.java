package dev.homeport.customer.profile.rest;

import dev.homeport.customer.identity.Buyer;
import dev.homeport.customer.identity.Identity;
import dev.homeport.customer.profile.Profile;
import dev.homeport.customer.profile.Profiles;
import dev.homeport.platform.http.ETags;
import dev.homeport.platform.id.KeyedIds;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import dev.homeport.platform.tenant.CurrentTenant;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Customers, found by a buyer that they are. */
@Path("/v1/identities")
@Tag(name = "Identities")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class CustomerOfIdentityResource {
  private final Profiles profiles;
  private final KeyedIds keyedIds;
  private final CurrentTenant tenant;

  CustomerOfIdentityResource(Profiles profiles, KeyedIds keyedIds, CurrentTenant tenant) {
    this.profiles = profiles;
    this.keyedIds = keyedIds;
    this.tenant = tenant;
  }

  @GET
  @Path("/{channel}/{externalId}")
  @Transactional
  @PermissionsAllowed("customers:read")
  @Operation(
      operationId = "getCustomerOfIdentity",
      summary = "Read the customer that a buyer is",
      description = "Answers as soon as the buyer's first order has been taken.")
  @APIResponse(
      responseCode = "200",
      description = "The customer.",
      content =
          @Content(
              schema = @Schema(implementation = CustomerView.class),
              examples = @ExampleObject(name = "customer", value = CustomerExamples.CUSTOMER)))
  public RestResponse<CustomerView> ofIdentity(
      @Parameter(description = "The storefront or marketplace account.", example = "shop-de")
          @PathParam("channel")
          @Size(max = 64)
          @Pattern(regexp = Buyer.CHANNEL_PATTERN)
          String channel,
      @Parameter(description = "What the channel calls the buyer.", example = "b-1001")
          @PathParam("externalId")
          @Size(max = 200)
          @Pattern(regexp = Buyer.EXTERNAL_ID_PATTERN)
          String externalId) {
    UUID id = keyedIds.identity(tenant.id(), channel, externalId);
    Profile profile =
        Identity.<Identity>findByIdOptional(id)
            .flatMap(identity -> profiles.find(identity.customerId))
            .orElseThrow(() -> Problem.of(CommonProblem.NOT_FOUND));
    return ETags.ok(CustomerView.of(profile), profile.version());
  }
}
