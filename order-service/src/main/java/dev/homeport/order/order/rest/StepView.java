package dev.homeport.order.order.rest;

import dev.homeport.order.order.Step;
import dev.homeport.order.order.StepKind;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One thing that happened to an order. */
@Schema(name = "OrderStep", description = "One thing that happened to an order.")
public record StepView(
    StepKind kind,
    @Schema(description = "When it happened, by the source's clock.") Instant at,
    @Nullable String method,
    @Nullable String carrier,
    @Nullable String trackingNumber,
    @Nullable String reason) {
  static StepView from(Step step) {
    return new StepView(
        step.kind(),
        step.at(),
        step.method(),
        step.carrier(),
        step.trackingNumber(),
        step.reason());
  }
}
