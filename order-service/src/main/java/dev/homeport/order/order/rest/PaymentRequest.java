package dev.homeport.order.order.rest;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** That and how an order was paid. */
@Schema(name = "PaymentRequest", description = "That and how an order was paid.")
public record PaymentRequest(
    @Schema(description = "Absent: now.") @Nullable Instant paidAt,
    @Schema(description = "As the source names it. No card or account number.", examples = "card")
        @Size(max = 64)
        @Pattern(regexp = Texts.PLAIN)
        @Nullable String method) {}
