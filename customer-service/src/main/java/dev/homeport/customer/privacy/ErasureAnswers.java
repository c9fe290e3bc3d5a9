package dev.homeport.customer.privacy;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.homeport.platform.event.InboundEvent;
import dev.homeport.platform.inbox.EventListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Gathers the confirmations of all services. */
@ApplicationScoped
class ErasureAnswers implements EventListener<ErasureAnswers.Confirmed> {
  private final PrivacyDesk desk;

  ErasureAnswers(PrivacyDesk desk) {
    this.desk = desk;
  }

  @Override
  public String topic() {
    return "homeport.erasure.v1";
  }

  @Override
  public String consumer() {
    return "homeport.erasure.v1.answers";
  }

  @Override
  public Map<String, Class<? extends Confirmed>> payloads() {
    return Map.of("dev.homeport.erasure-confirmed.v1", Confirmed.class);
  }

  @Override
  public boolean wholeState() {
    return false;
  }

  @Override
  public void apply(List<InboundEvent<Confirmed>> events) {
    for (InboundEvent<Confirmed> event : events) {
      Confirmed data = event.data();
      desk.confirmed(data.requestId(), data.service(), data.confirmedAt(), data.unreadableAt());
    }
  }

  record Confirmed(
      @JsonProperty(required = true) UUID requestId,
      @JsonProperty(required = true) String service,
      @JsonProperty(required = true) Instant confirmedAt,
      @JsonProperty(required = true) Instant unreadableAt) {}
}
