package dev.homeport.gateway.webhook.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.homeport.gateway.webhook.Delivery;
import dev.homeport.gateway.webhook.DeliveryStatus;
import dev.homeport.gateway.webhook.Fault;
import dev.homeport.platform.id.Ids;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One event on its way to one endpoint. */
@Schema(name = "WebhookDelivery", description = "One event on its way to one endpoint.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeliveryView(
    @Schema(examples = "whd_0198c0de-7a10-7d22-8e8c-3a5b6c7d8e9f") String id,
    @Schema(description = "The `webhook-id` of every attempt.") UUID eventId,
    @Schema(examples = "dev.homeport.order.recorded.v1") String eventType,
    DeliveryStatus status,
    @Schema(description = "Attempts made so far.", examples = "1") int attempts,
    @Schema(
            description =
                "When the next attempt is due; it is made once those before it in order are done.")
        @Nullable Instant nextAttemptAt,
    @Schema(description = "The status of the last answer.", examples = "200")
        @Nullable Integer lastStatus,
    @Schema(description = "Why the last attempt did not succeed.") @Nullable Fault lastFault,
    @Schema(description = "When the event was taken.") Instant createdAt,
    @Nullable Instant finishedAt) {

  static DeliveryView from(Delivery delivery) {
    return new DeliveryView(
        Ids.show(Delivery.PREFIX, delivery.id()),
        delivery.eventId(),
        delivery.eventType(),
        delivery.status(),
        delivery.attempts(),
        delivery.dueAt(),
        delivery.lastStatus(),
        delivery.lastFault(),
        delivery.createdAt(),
        delivery.finishedAt());
  }

  /** An attempt. */
  @Schema(name = "WebhookAttempt", description = "One attempt to deliver an event.")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record AttemptView(
      @Schema(examples = "1") int number,
      Instant at,
      @Schema(examples = "84") long durationMillis,
      @Schema(description = "Of the answer; absent: there was none.", examples = "200")
          @Nullable Integer status,
      @Schema(description = "Why it did not succeed; absent: it did.") @Nullable Fault fault,
      @Schema(description = "The first 4 KiB of the answer.", examples = "ok")
          @Nullable String answer) {

    static AttemptView from(Delivery.Attempt attempt) {
      return new AttemptView(
          attempt.number(),
          attempt.at(),
          attempt.durationMillis(),
          attempt.status(),
          attempt.fault(),
          attempt.answer());
    }
  }

  /** With what was sent and what came back. */
  @Schema(name = "WebhookDeliveryDetails", description = "A delivery, what was sent, and answers.")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Details(
      @com.fasterxml.jackson.annotation.JsonUnwrapped DeliveryView delivery,
      @Schema(
              description = "What is sent, to the letter: the CloudEvent that is signed.",
              maxLength = 2_000_000)
          @Nullable String body,
      @Schema(description = "The newest first; the last hundred.", maxItems = 100)
          List<AttemptView> attemptLog) {

    static Details from(Delivery.Detailed detailed) {
      return new Details(
          DeliveryView.from(detailed.delivery()),
          detailed.body(),
          detailed.attempts().stream().map(AttemptView::from).toList());
    }
  }
}
