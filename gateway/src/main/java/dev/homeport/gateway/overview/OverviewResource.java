package dev.homeport.gateway.overview;

import dev.homeport.gateway.GatewayProblem;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import dev.homeport.platform.tenant.WithoutTenant;
import io.quarkus.security.PermissionsAllowed;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * The 360-degree view. The services are asked with the caller's own token, so they decide about the
 * tenant and everything else; this knows nothing that the caller could not ask for.
 */
@Path("/v1/customers/{id}/overview")
@Tag(name = "Customers", description = "People, and what is known of them.")
@Produces(MediaType.APPLICATION_JSON)
@WithoutTenant
class OverviewResource {
  private static final String CUSTOMER = "cus";
  private static final int PERMANENT_REDIRECT = 308;
  private static final Duration COME_BACK = Duration.ofSeconds(2);

  private final Services services;
  private final SecurityIdentity caller;

  OverviewResource(Services services, SecurityIdentity caller) {
    this.services = services;
    this.caller = caller;
  }

  @GET
  @PermissionsAllowed("customers:read")
  @Operation(
      operationId = "getCustomerOverview",
      summary = "Everything about a customer",
      description =
          "Profile, identities, consents, the last five orders, RFM, value, what to do next,"
              + " membership, tier and the last five entries of the points ledger, asked of all"
              + " services at once. A part that cannot be had is named under `missing`, and the rest"
              + " is answered.")
  @APIResponse(
      responseCode = "200",
      description = "What could be had",
      content =
          @Content(
              schema = @Schema(implementation = CustomerOverview.class),
              examples = @ExampleObject(name = "overview", value = CustomerOverview.EXAMPLE)))
  @APIResponse(
      responseCode = "308",
      description = "The customer was merged; `Location` names the overview of the other one.")
  public CompletionStage<Response> get(
      @Parameter(
              description = "The customer.",
              example = "cus_0b7e1f52-8c4d-8a6b-9e3f-1a2b3c4d5e6f",
              schema =
                  @Schema(
                      type = SchemaType.STRING,
                      pattern = "^cus_[0-9a-f-]{36}$",
                      maxLength = 40))
          @PathParam("id")
          String id,
      @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION)
          @Nullable String authorization) {
    String customer = Ids.show(CUSTOMER, Ids.readPath(CUSTOMER, id));
    return new Gathering(services, customer, String.valueOf(authorization))
        .begin(scopes())
        .map(OverviewResource::answer)
        .toCompletionStage();
  }

  private static Response answer(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Gathered gathered -> Response.ok(gathered.json()).build();
      case Outcome.Moved moved ->
          Response.status(PERMANENT_REDIRECT)
              .header(HttpHeaders.LOCATION, "/v1/customers/" + moved.customer() + "/overview")
              .build();
      case Outcome.NoCustomer _ -> throw Problem.of(CommonProblem.NOT_FOUND);
      case Outcome.Nothing _ ->
          throw Problem.of(GatewayProblem.SERVICE_UNAVAILABLE).retryAfter(COME_BACK);
    };
  }

  private Set<String> scopes() {
    String claim =
        caller.getPrincipal() instanceof JsonWebToken token ? token.getClaim("scope") : null;
    return claim == null ? Set.of() : Set.copyOf(List.of(claim.strip().split(" +")));
  }
}
