package dev.homeport.customer.consent.rest;

import dev.homeport.customer.consent.LegalBasis;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A purpose to be declared. */
@Schema(name = "NewConsentPurpose")
record NewPurpose(
    @Schema(examples = "email-marketing") @NotNull @Size(max = 64) @Pattern(regexp = CODE)
        String code,
    @NotNull LegalBasis basis,
    @Schema(description = "A grant counts once it is confirmed.") @Nullable Boolean doubleOptIn,
    @Schema(description = "How many days a grant holds; absent: without end.", examples = "730")
        @Min(1)
        @Max(3650)
        @Nullable Integer validDays,
    @Schema(description = "Where the law of a country asks something else.") @Size(max = 250)
        @Nullable List<PurposeDocument.@NotNull @Valid OfCountry> countries) {

  static final String CODE = "^[a-z0-9][a-z0-9._-]{0,63}$";

  static final String EXAMPLE =
      """
      {"code": "email-marketing", "basis": "consent", "validDays": 730,
       "countries": [{"country": "DE", "basis": "consent", "doubleOptIn": true}]}""";

  PurposeDocument document() {
    return new PurposeDocument(basis, doubleOptIn, validDays, countries);
  }
}
