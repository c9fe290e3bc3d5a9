package dev.homeport.customer.consent.rest;

import dev.homeport.customer.consent.ConsentDecision;
import dev.homeport.customer.consent.ConsentRecord;
import dev.homeport.customer.consent.LegalBasis;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whether data may be used for a purpose, and why. */
@Schema(name = "ConsentDecision")
record DecisionView(
    @Schema(examples = "email-marketing") String purpose,
    boolean allowed,
    ConsentDecision.State state,
    LegalBasis basis,
    @Schema(description = "What it rests on; absent when the person has said nothing.")
        @Nullable Ground record,
    @Schema(description = "When a grant ends; absent: it does not.") @Nullable Instant until) {

  static final String EXAMPLE =
      """
      {"purpose": "email-marketing", "allowed": true, "state": "granted", "basis": "consent",
       "record": {"kind": "grant", "at": "2026-11-01T10:00:00Z", "source": "checkout",
                  "textVersion": "newsletter-v3"},
       "until": "2028-10-31T10:00:00Z"}""";

  static final String PAGE = "{\"items\": [" + EXAMPLE + "]}";

  /** The record that decides. */
  @Schema(name = "ConsentGround")
  record Ground(
      ConsentRecord.Kind kind,
      Instant at,
      @Schema(examples = "checkout") String source,
      @Schema(examples = "newsletter-v3") @Nullable String textVersion) {}

  static DecisionView of(ConsentDecision decision) {
    ConsentRecord record = decision.record();
    return new DecisionView(
        decision.purpose(),
        decision.allowed(),
        decision.state(),
        decision.basis(),
        record == null
            ? null
            : new Ground(record.kind(), record.at(), record.source(), record.textVersion()),
        decision.until());
  }
}
