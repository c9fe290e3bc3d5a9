package dev.homeport.customer.candidate.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.homeport.customer.candidate.MatchCandidate;
import dev.homeport.customer.matching.Evidence;
import dev.homeport.customer.merge.Merge;
import dev.homeport.customer.profile.Profile;
import dev.homeport.platform.id.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A candidate as callers see it. */
@Schema(name = "MatchCandidate")
@JsonInclude(JsonInclude.Include.NON_NULL)
record CandidateView(
    @Schema(examples = "mtc_0190a6f2-2b7c-7c1e-9a56-3f1d5b7e9c20") String id,
    @Schema(
            description = "The two customers.",
            minItems = 2,
            maxItems = 2,
            examples = "[\"cus_0b7e1f52-8c4d-8a6b-9e3f-1a2b3c4d5e6f\"]")
        List<String> customerIds,
    MatchCandidate.State state,
    @Schema(
            description =
                "The same verified e-mail address, the same phone and family name, or a claim code.")
        boolean certain,
    @Schema(description = "The sum of the weights.", examples = "17.3") double score,
    @Schema(maxItems = 20) List<EvidenceView> evidence,
    @Schema(
            description = "Why something certain waits for a person.",
            examples = "concurrent-on-one-channel",
            maxLength = 40)
        @Nullable String heldBy,
    Instant foundAt,
    @Nullable Instant decidedAt,
    @Schema(examples = "mrg_0190a6f2-2b7c-7c1e-9a56-3f1d5b7e9c20") @Nullable String mergeId) {

  static final String EXAMPLE =
      """
      {"id": "mtc_0190a6f2-2b7c-7c1e-9a56-3f1d5b7e9c20",
       "customerIds": ["cus_0b7e1f52-8c4d-8a6b-9e3f-1a2b3c4d5e6f",
                       "cus_1c8f2e63-9d5e-8b7c-8f40-2b3c4d5e6f70"],
       "state": "open", "certain": false, "score": 15.58,
       "evidence": [{"field": "name", "agreement": "same", "weight": 9.64},
                    {"field": "address", "agreement": "same", "weight": 7.02}],
       "foundAt": "2026-11-01T10:00:00Z"}""";

  static final String DISMISSED =
      """
      {"id": "mtc_0190a6f2-2b7c-7c1e-9a56-3f1d5b7e9c20",
       "customerIds": ["cus_0b7e1f52-8c4d-8a6b-9e3f-1a2b3c4d5e6f",
                       "cus_1c8f2e63-9d5e-8b7c-8f40-2b3c4d5e6f70"],
       "state": "dismissed", "certain": false, "score": 15.58,
       "evidence": [{"field": "name", "agreement": "same", "weight": 9.64}],
       "foundAt": "2026-11-01T10:00:00Z", "decidedAt": "2026-11-02T10:00:00Z"}""";

  static final String ACCEPTED =
      """
      {"id": "mtc_0190a6f2-2b7c-7c1e-9a56-3f1d5b7e9c20",
       "customerIds": ["cus_0b7e1f52-8c4d-8a6b-9e3f-1a2b3c4d5e6f",
                       "cus_1c8f2e63-9d5e-8b7c-8f40-2b3c4d5e6f70"],
       "state": "accepted", "certain": false, "score": 15.58,
       "evidence": [{"field": "name", "agreement": "same", "weight": 9.64}],
       "foundAt": "2026-11-01T10:00:00Z", "decidedAt": "2026-11-02T10:00:00Z",
       "mergeId": "mrg_0190a6f2-2b7c-7c1e-9a56-3f1d5b7e9c20"}""";

  static final String PAGE = "{\"items\": [" + EXAMPLE + "]}";

  /** What one field says. */
  @Schema(name = "MatchEvidence")
  record EvidenceView(
      Evidence.Subject field,
      @Schema(description = "How far the two values agree.") Evidence.Agreement agreement,
      @Schema(
              description =
                  "log2(m / u) after Fellegi and Sunter (1969): above zero it speaks for one person.",
              examples = "9.64")
          double weight) {}

  static CandidateView of(MatchCandidate candidate) {
    String held = candidate.heldBy();
    return new CandidateView(
        Ids.show(MatchCandidate.PREFIX, candidate.id()),
        List.of(
            Ids.show(Profile.PREFIX, candidate.one()), Ids.show(Profile.PREFIX, candidate.other())),
        candidate.state(),
        candidate.certain(),
        candidate.score(),
        candidate.evidence().stream()
            .map(each -> new EvidenceView(each.field(), each.agreement(), each.weight()))
            .toList(),
        held == null ? null : held.toLowerCase(Locale.ROOT).replace('_', '-'),
        candidate.foundAt(),
        candidate.decidedAt(),
        candidate.mergeId() == null ? null : Ids.show(Merge.PREFIX, candidate.mergeId()));
  }
}
