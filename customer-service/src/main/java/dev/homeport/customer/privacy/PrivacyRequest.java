package dev.homeport.customer.privacy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person asked for.
 *
 * @param identities all that the customer was when it was asked
 * @param dueAt until when the law wants it done
 * @param completedAt null while services have not answered
 * @param certificate of an erasure that every service has confirmed
 */
record PrivacyRequest(
    UUID id,
    Kind kind,
    UUID customer,
    List<UUID> identities,
    Instant receivedAt,
    Instant dueAt,
    String law,
    Instant createdAt,
    @Nullable Instant completedAt,
    @Nullable String certificate) {

  /** What can be asked for. */
  enum Kind {
    ACCESS,
    ERASURE
  }

  /** What a service answered; {@code unreadableAt} only for an erasure. */
  record Answer(String service, Instant at, @Nullable Instant unreadableAt) {}
}
