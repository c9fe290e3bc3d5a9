package dev.homeport.customer.consent.rest;

import dev.homeport.customer.consent.LegalBasis;
import dev.homeport.customer.consent.Purpose;
import dev.homeport.customer.consent.store.PurposeTable;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A purpose as callers see it. */
@Schema(name = "ConsentPurpose")
record PurposeView(
    @Schema(examples = "email-marketing") String code,
    LegalBasis basis,
    boolean doubleOptIn,
    @Schema(examples = "730") @Nullable Integer validDays,
    List<PurposeDocument.OfCountry> countries,
    @Schema(description = "Counts the changes; the ETag.", examples = "1") int version) {

  static final String EXAMPLE =
      """
      {"code": "email-marketing", "basis": "consent", "doubleOptIn": false, "validDays": 730,
       "countries": [{"country": "DE", "basis": "consent", "doubleOptIn": true}], "version": 1}""";

  static final String PAGE = "{\"items\": [" + EXAMPLE + "]}";

  static PurposeView of(PurposeTable.Stored stored) {
    Purpose purpose = stored.purpose();
    return new PurposeView(
        purpose.code(),
        purpose.rule().basis(),
        purpose.rule().doubleOptIn(),
        purpose.validDays(),
        purpose.countries().entrySet().stream()
            .map(
                entry ->
                    new PurposeDocument.OfCountry(
                        entry.getKey(), entry.getValue().basis(), entry.getValue().doubleOptIn()))
            .toList(),
        stored.version());
  }
}
