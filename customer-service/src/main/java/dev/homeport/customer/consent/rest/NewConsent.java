package dev.homeport.customer.consent.rest;

import dev.homeport.customer.consent.ConsentRecord;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something that a person said about a purpose. */
@Schema(name = "NewConsent")
record NewConsent(
    @Schema(examples = "email-marketing")
        @NotNull
        @Size(max = 64)
        @Pattern(regexp = NewPurpose.CODE)
        String purpose,
    @NotNull ConsentRecord.Kind kind,
    @Schema(description = "When it was said; now if absent.", examples = "2026-11-01T10:00:00Z")
        @Nullable Instant at,
    @Schema(description = "Where it was said, as a code.", examples = "checkout")
        @NotNull
        @Size(max = 64)
        @Pattern(regexp = NewPurpose.CODE)
        String source,
    @Schema(description = "The text that the person saw, as a code.", examples = "newsletter-v3")
        @Size(max = 64)
        @Pattern(regexp = NewPurpose.CODE)
        @Nullable String textVersion,
    @Schema(description = "Until when a grant holds; absent: as long as the purpose says.")
        @Nullable Instant expiresAt) {

  static final String EXAMPLE =
      """
      {"purpose": "email-marketing", "kind": "grant", "at": "2026-11-01T10:00:00Z",
       "source": "checkout", "textVersion": "newsletter-v3"}""";

  ConsentRecord record(Instant now) {
    return new ConsentRecord(
        purpose,
        kind,
        (at == null ? now : at).truncatedTo(ChronoUnit.MICROS),
        source,
        textVersion,
        expiresAt == null ? null : expiresAt.truncatedTo(ChronoUnit.MICROS));
  }
}
