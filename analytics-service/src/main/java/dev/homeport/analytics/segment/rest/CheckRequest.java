package dev.homeport.analytics.segment.rest;

import dev.homeport.analytics.segment.Expressions;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An expression, perhaps not finished. */
@Schema(name = "SegmentCheckRequest")
record CheckRequest(
    @Schema(examples = "orders.cnt > 3") @NotNull @Size(max = Expressions.MAX_LENGTH)
        String expression) {}
