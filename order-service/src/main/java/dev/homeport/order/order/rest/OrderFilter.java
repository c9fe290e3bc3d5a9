package dev.homeport.order.order.rest;

import dev.homeport.order.order.OrderSearch;
import dev.homeport.order.order.OrderStatus;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a list of orders is restricted to; a {@code @BeanParam}. */
public record OrderFilter(
    @Parameter(description = "The storefront or marketplace account.", example = "shop-de")
        @QueryParam("channel")
        @Size(max = Texts.CHANNEL_LENGTH)
        @Pattern(regexp = Texts.CHANNEL)
        @Nullable String channel,
    @Parameter(description = "The channel's number of the order.", example = "1001")
        @QueryParam("externalId")
        @Size(max = Texts.EXTERNAL_ID)
        @Pattern(regexp = Texts.PLAIN)
        @Nullable String externalId,
    @Parameter(
            description = "The buyer on a channel.",
            example = "idn_5f0c9a1e-2b7d-8c34-9e10-4a6d8f2b7c11")
        @QueryParam("identityId")
        @Size(max = 40)
        @Nullable String identityId,
    @Parameter(
            description =
                "The customer: all orders of the identities that are theirs today. What was merged"
                    + " or unlinked a moment ago may take a moment to show.",
            example = "cus_5f0c9a1e-2b7d-8c34-9e10-4a6d8f2b7c11")
        @QueryParam("customerId")
        @Size(max = 40)
        @Nullable String customerId,
    @Parameter(description = "How far the order has come.") @QueryParam("status")
        @Nullable OrderStatus status,
    @Parameter(description = "`pending`: only orders for which no reference rate is known.")
        @QueryParam("conversion")
        @Size(max = 7)
        @Pattern(regexp = "^pending$")
        @Nullable String conversion,
    @Parameter(description = "Placed at or after.", example = "2026-11-01T00:00:00Z")
        @QueryParam("placedFrom")
        @Nullable Instant placedFrom,
    @Parameter(description = "Placed before.", example = "2026-12-01T00:00:00Z")
        @QueryParam("placedTo")
        @Nullable Instant placedTo,
    @Parameter(description = "By placement: newest first with `-placedAt`.")
        @QueryParam("sort")
        @DefaultValue("-placedAt")
        @Size(max = 9)
        @Pattern(regexp = "^-?placedAt$")
        String sort) {

  OrderSearch toSearch() {
    return new OrderSearch(
        channel,
        externalId,
        id("identityId", "idn", identityId),
        id("customerId", "cus", customerId),
        status,
        conversion != null,
        placedFrom,
        placedTo,
        sort.startsWith("-"));
  }

  private static @Nullable UUID id(String parameter, String prefix, @Nullable String given) {
    return given == null
        ? null
        : Ids.find(prefix, given)
            .orElseThrow(
                () ->
                    Problem.of(CommonProblem.INVALID_PARAMETER)
                        .in(parameter, "must be an identifier that starts with " + prefix + "_"));
  }
}
