package dev.homeport.order.marketplace.rest;

import dev.homeport.order.marketplace.DeliveryStatus;
import dev.homeport.order.marketplace.store.Deliveries;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a list of bodies is restricted to; a {@code @BeanParam}. */
public record DeliveryFilter(
    @Parameter(description = "What became of them.") @QueryParam("status")
        @Nullable DeliveryStatus status,
    @Parameter(description = "Received at or after.", example = "2026-11-01T00:00:00Z")
        @QueryParam("from")
        @Nullable Instant from,
    @Parameter(description = "Received before.", example = "2026-12-01T00:00:00Z") @QueryParam("to")
        @Nullable Instant to) {

  Deliveries.Search of(String channel) {
    return new Deliveries.Search(channel, status, from, to);
  }
}
