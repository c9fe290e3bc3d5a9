package dev.homeport.analytics.affinity.rest;

import dev.homeport.analytics.AnalyticsProblem;
import dev.homeport.analytics.affinity.AffinityKind;
import dev.homeport.analytics.affinity.Assortment;
import dev.homeport.analytics.affinity.NextProducts;
import dev.homeport.analytics.affinity.NextProducts.Reason;
import dev.homeport.analytics.affinity.NextProducts.Suggestion;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.problem.Problem;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a customer may need. */
@Path("/v1/customers/{customerId}/next-products")
@Tag(name = "Affinity")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class NextProductsResource {
  private final Assortment assortment;

  NextProductsResource(Assortment assortment) {
    this.assortment = assortment;
  }

  @GET
  @Transactional
  @PermissionsAllowed("analytics:read")
  @Operation(
      operationId = "getNextProducts",
      summary = "See what a customer may need",
      description =
          "Products that others bought together with, or after, what this customer has bought, the"
              + " most likely first, each with what of the customer's speaks for it. What the"
              + " customer has bought and kept is left out; with `again` it is suggested too where"
              + " others buy it again. The customer's own orders are in it at once, what goes"
              + " together is as old as `computedAt`. A customer without an order that counts is 404"
              + " customer-not-scored.")
  @APIResponse(
      responseCode = "200",
      description = "What the customer may need.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = NextProductsView.class),
              examples = @ExampleObject(name = "a saucer", value = NextProductsView.EXAMPLE)))
  public NextProductsView get(
      @Parameter(
              description = "The customer.",
              example = "cus_01928c5e-6f50-7000-8000-000000000001")
          @PathParam("customerId")
          String customerId,
      @Parameter(description = "Also what the customer has bought before.")
          @QueryParam("again")
          @DefaultValue("false")
          boolean again,
      @Parameter(description = "The most suggestions.", example = "10")
          @QueryParam("limit")
          @DefaultValue("10")
          @Min(1)
          @Max(50)
          int limit) {
    UUID customer = Ids.readPath("cus", customerId);
    if (!assortment.buys(customer)) {
      throw Problem.of(AnalyticsProblem.CUSTOMER_NOT_SCORED);
    }
    Map<String, LocalDate> bought = assortment.bought(customer);
    List<Suggestion> suggestions =
        NextProducts.of(
            bought,
            assortment.affinities(bought.keySet(), List.of(AffinityKind.values())),
            again,
            limit);
    return NextProductsView.from(
        customer,
        bought.size(),
        suggestions,
        assortment.find(skus(suggestions)),
        assortment.basis(AffinityKind.NEXT).map(Assortment.Basis::computedAt));
  }

  private static List<String> skus(List<Suggestion> suggestions) {
    return suggestions.stream()
        .flatMap(
            one -> Stream.concat(Stream.of(one.sku()), one.reasons().stream().map(Reason::sku)))
        .collect(Collectors.toUnmodifiableSet())
        .stream()
        .toList();
  }
}
