package dev.homeport.analytics.value.rest;

import dev.homeport.analytics.AnalyticsProblem;
import dev.homeport.analytics.value.CustomerValue;
import dev.homeport.analytics.value.PurchaseHistories;
import dev.homeport.analytics.value.Purchases;
import dev.homeport.analytics.value.Summaries;
import dev.homeport.analytics.value.Valuation;
import dev.homeport.analytics.value.ValueModel;
import dev.homeport.analytics.value.ValueModels;
import dev.homeport.platform.country.Country;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.problem.Problem;
import dev.homeport.platform.tenant.CurrentTenant;
import dev.homeport.platform.tenant.TenantSettings;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What customers are still worth. */
@Path("/v1")
@Tag(name = "Value")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ValueResource {
  private static final String MARKET =
      "By the active model of this market and orders that count for it. Absent: the whole tenant.";

  private final ValueModels models;
  private final PurchaseHistories histories;
  private final Summaries summaries;
  private final CurrentTenant tenant;
  private final Clock clock;

  ValueResource(
      ValueModels models,
      PurchaseHistories histories,
      Summaries summaries,
      CurrentTenant tenant,
      Clock clock) {
    this.models = models;
    this.histories = histories;
    this.summaries = summaries;
    this.tenant = tenant;
    this.clock = clock;
  }

  @GET
  @Path("/customers/{customerId}/value")
  @Transactional
  @PermissionsAllowed("analytics:read")
  @Operation(
      operationId = "getCustomerValue",
      summary = "See what a customer is still worth",
      description =
          "By the model in use, from everything up to the last order that was taken, as of now:"
              + " whether the customer has dropped out, how many orders are to come and when the"
              + " next one, what they come to and what that is worth today. Where the data does not"
              + " tell drop-out from slow buying, dropOut says so and nothing is said of it. A"
              + " customer without an order that counts: 404 customer-not-scored. No model in use:"
              + " 404 no-active-value-model.")
  @APIResponse(
      responseCode = "200",
      description = "What the customer is still worth.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = CustomerValueView.class),
              examples = @ExampleObject(name = "a repeat buyer", value = ValueExamples.CUSTOMER)))
  public CustomerValueView customer(
      @Parameter(
              description = "The customer.",
              example = "cus_01928c5e-6f50-7000-8000-000000000001")
          @PathParam("customerId")
          String customerId,
      @Parameter(
              description = MARKET,
              example = "DE",
              schema =
                  @Schema(implementation = String.class, pattern = "^[A-Z]{2}$", maxLength = 2))
          @QueryParam("market")
          @Country
          @Nullable String market) {
    UUID customer = Ids.readPath("cus", customerId);
    Instant now = clock.instant();
    TenantSettings settings = tenant.settings();
    LocalDate today = LocalDate.ofInstant(now, settings.timeZone());
    Purchases purchases =
        histories
            .of(customer, Optional.ofNullable(market), today)
            .orElseThrow(() -> Problem.of(AnalyticsProblem.CUSTOMER_NOT_SCORED));
    ValueModel model = active(market);
    CustomerValue value =
        new Valuation(model.fitted(), model.settings().terms()).of(purchases, today);
    return CustomerValueView.from(
        customer, model, purchases, value, today, now, settings.reportingCurrency());
  }

  @GET
  @Path("/value/summary")
  @Transactional
  @PermissionsAllowed("analytics:read")
  @Operation(
      operationId = "getValueSummary",
      summary = "See what all customers are still worth",
      description =
          "By the model in use, as of now: orders to come, lifetime values and how they spread, and"
              + " how many customers have not dropped out, where the data tells. Made of all"
              + " customers anew after something has changed. No model in use: 404"
              + " no-active-value-model.")
  @APIResponse(
      responseCode = "200",
      description = "What they are worth together.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = SummaryView.class),
              examples = @ExampleObject(name = "CDNOW", value = ValueExamples.SUMMARY)))
  @APIResponse(responseCode = "404", description = "No model is in use.")
  public SummaryView summary(
      @Parameter(
              description = MARKET,
              example = "DE",
              schema =
                  @Schema(implementation = String.class, pattern = "^[A-Z]{2}$", maxLength = 2))
          @QueryParam("market")
          @Country
          @Nullable String market) {
    Instant now = clock.instant();
    TenantSettings settings = tenant.settings();
    ValueModel model = active(market);
    LocalDate today = LocalDate.ofInstant(now, settings.timeZone());
    return SummaryView.from(model, summaries.of(model, today), now, settings.reportingCurrency());
  }

  private ValueModel active(@Nullable String market) {
    return models
        .active(Optional.ofNullable(market))
        .orElseThrow(() -> Problem.of(AnalyticsProblem.NO_ACTIVE_VALUE_MODEL));
  }
}
