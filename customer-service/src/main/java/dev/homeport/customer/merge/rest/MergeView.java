package dev.homeport.customer.merge.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.homeport.customer.merge.Merge;
import dev.homeport.customer.profile.Profile;
import dev.homeport.platform.id.Ids;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A merge as callers see it. */
@Schema(name = "Merge")
@JsonInclude(JsonInclude.Include.NON_NULL)
record MergeView(
    @Schema(examples = "mrg_0190a6f2-2b7c-7c1e-9a56-3f1d5b7e9c20") String id,
    @Schema(
            description = "The customer who took the place.",
            examples = "cus_0b7e1f52-8c4d-8a6b-9e3f-1a2b3c4d5e6f")
        String survivorId,
    @Schema(
            description = "The customer whose place was taken.",
            examples = "cus_1c8f2e63-9d5e-8b7c-8f40-2b3c4d5e6f70")
        String absorbedId,
    @Schema(description = "What it rests on.") Merge.Cause cause,
    @Schema(description = "Whether it stands.") Status status,
    @Schema(description = "Fields of which somebody said whose value is shown.")
        MergeRequest.Choices fields,
    Instant mergedAt,
    @Nullable Instant reversedAt) {

  static final String EXAMPLE =
      """
      {"id": "mrg_0190a6f2-2b7c-7c1e-9a56-3f1d5b7e9c20",
       "survivorId": "cus_0b7e1f52-8c4d-8a6b-9e3f-1a2b3c4d5e6f",
       "absorbedId": "cus_1c8f2e63-9d5e-8b7c-8f40-2b3c4d5e6f70",
       "cause": "request", "status": "applied", "fields": {"name": "absorbed"},
       "mergedAt": "2026-11-01T10:00:00Z"}""";

  static final String REVERSED =
      """
      {"id": "mrg_0190a6f2-2b7c-7c1e-9a56-3f1d5b7e9c20",
       "survivorId": "cus_0b7e1f52-8c4d-8a6b-9e3f-1a2b3c4d5e6f",
       "absorbedId": "cus_1c8f2e63-9d5e-8b7c-8f40-2b3c4d5e6f70",
       "cause": "request", "status": "reversed", "fields": {},
       "mergedAt": "2026-11-01T10:00:00Z", "reversedAt": "2026-11-02T10:00:00Z"}""";

  static final String PAGE = "{\"items\": [" + EXAMPLE + "]}";

  /** Whether a merge stands. */
  @Schema(name = "MergeStatus")
  enum Status {
    APPLIED,
    REVERSED
  }

  static MergeView of(Merge merge) {
    return new MergeView(
        Ids.show(Merge.PREFIX, merge.id()),
        Ids.show(Profile.PREFIX, merge.survivor()),
        Ids.show(Profile.PREFIX, merge.absorbed()),
        merge.cause(),
        merge.reversedAt() == null ? Status.APPLIED : Status.REVERSED,
        MergeRequest.Choices.of(merge.choices()),
        merge.mergedAt(),
        merge.reversedAt());
  }
}
