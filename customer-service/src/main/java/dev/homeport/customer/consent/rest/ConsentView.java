package dev.homeport.customer.consent.rest;

import dev.homeport.customer.consent.ConsentRecord;
import dev.homeport.customer.consent.store.ConsentTable;
import dev.homeport.platform.id.Ids;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A record of a person's history. */
@Schema(name = "Consent")
record ConsentView(
    @Schema(examples = "cns_01928c5e-6f50-7000-8000-000000000001") String id,
    @Schema(examples = "email-marketing") String purpose,
    ConsentRecord.Kind kind,
    Instant at,
    @Schema(examples = "checkout") String source,
    @Schema(examples = "newsletter-v3") @Nullable String textVersion,
    @Nullable Instant expiresAt,
    Instant recordedAt) {

  static final String EXAMPLE =
      """
      {"id": "cns_01928c5e-6f50-7000-8000-000000000001", "purpose": "email-marketing",
       "kind": "grant", "at": "2026-11-01T10:00:00Z", "source": "checkout",
       "textVersion": "newsletter-v3", "recordedAt": "2026-11-01T10:00:01Z"}""";

  static final String PAGE = "{\"items\": [" + EXAMPLE + "]}";

  static ConsentView of(ConsentTable.Stored stored) {
    ConsentRecord record = stored.record();
    return new ConsentView(
        Ids.show("cns", stored.id()),
        record.purpose(),
        record.kind(),
        record.at(),
        record.source(),
        record.textVersion(),
        record.expiresAt(),
        stored.recordedAt());
  }
}
