package dev.homeport.customer.privacy;

import dev.homeport.customer.profile.Profile;
import dev.homeport.platform.id.Ids;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A request as callers see it. */
@Schema(name = "PrivacyRequest")
record PrivacyRequestView(
    @Schema(examples = "prq_01928c5e-6f50-7000-8000-000000000001") String id,
    PrivacyRequest.Kind kind,
    @Schema(examples = "cus_0b7e1f52-8c4d-8a6b-9e3f-1a2b3c4d5e6f") String customerId,
    @Schema(
            description = "`open` until every service has answered, then `done`.",
            examples = "open")
        String status,
    Instant receivedAt,
    @Schema(description = "Until when the law wants it done.") Instant dueAt,
    @Schema(description = "Which law says so.", examples = "GDPR") String law,
    Instant createdAt,
    @Nullable Instant completedAt) {

  static final String PREFIX = "prq";

  static final String EXAMPLE =
      """
      {"id": "prq_01928c5e-6f50-7000-8000-000000000001", "kind": "erasure",
       "customerId": "cus_0b7e1f52-8c4d-8a6b-9e3f-1a2b3c4d5e6f", "status": "open",
       "receivedAt": "2026-11-01T10:00:00Z", "dueAt": "2026-12-01T10:00:00Z", "law": "GDPR",
       "createdAt": "2026-11-02T08:00:00Z"}""";

  static final String PAGE = "{\"items\": [" + EXAMPLE + "]}";

  static PrivacyRequestView of(PrivacyRequest request) {
    return new PrivacyRequestView(
        Ids.show(PREFIX, request.id()),
        request.kind(),
        Ids.show(Profile.PREFIX, request.customer()),
        request.completedAt() == null ? "open" : "done",
        request.receivedAt(),
        request.dueAt(),
        request.law(),
        request.createdAt(),
        request.completedAt());
  }
}
