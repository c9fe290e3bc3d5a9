package dev.homeport.gateway.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event on its way to one endpoint.
 *
 * @param attempts all that were made, also before a resend
 * @param dueAt the next attempt at the earliest; null when none is to be made
 * @param lastStatus of the last answer
 * @param lastFault of the last attempt, if it did not succeed
 * @param seq the order in which events were taken
 */
public record Delivery(
    UUID id,
    UUID endpointId,
    UUID eventId,
    String eventType,
    DeliveryStatus status,
    int attempts,
    @Nullable Instant dueAt,
    @Nullable Integer lastStatus,
    @Nullable Fault lastFault,
    Instant createdAt,
    @Nullable Instant finishedAt,
    long seq) {
  /** The prefix of its identifier. */
  public static final String PREFIX = "whd";

  /**
   * An attempt.
   *
   * @param status of the answer; null when there was none
   * @param fault null when it succeeded
   * @param answer the beginning of the answer's body; null where there was none, and after a month
   */
  public record Attempt(
      int number,
      Instant at,
      long durationMillis,
      @Nullable Integer status,
      @Nullable Fault fault,
      @Nullable String answer) {}

  /**
   * With all that is known of it.
   *
   * @param body what is sent, to the letter; null when it cannot be read any more
   */
  public record Detailed(Delivery delivery, @Nullable String body, List<Attempt> attempts) {
    public Detailed {
      attempts = List.copyOf(attempts);
    }
  }
}
