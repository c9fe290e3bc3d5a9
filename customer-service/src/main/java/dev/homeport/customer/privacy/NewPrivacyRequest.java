package dev.homeport.customer.privacy;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a person asks for. */
@Schema(name = "NewPrivacyRequest")
record NewPrivacyRequest(
    @NotNull PrivacyRequest.Kind kind,
    @Schema(examples = "cus_0b7e1f52-8c4d-8a6b-9e3f-1a2b3c4d5e6f") @NotNull @Size(max = 40)
        String customerId,
    @Schema(
            description =
                "When the person asked, from which the legal deadline counts; now if absent.",
            examples = "2026-11-01T10:00:00Z")
        @Nullable Instant receivedAt) {}
