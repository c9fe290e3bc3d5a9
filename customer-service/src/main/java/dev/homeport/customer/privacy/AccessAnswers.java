package dev.homeport.customer.privacy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.homeport.platform.event.InboundEvent;
import dev.homeport.platform.inbox.EventListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Gathers what all services hold of those who asked. */
@ApplicationScoped
class AccessAnswers implements EventListener<AccessAnswers.Contributed> {
  private final PrivacyDesk desk;

  AccessAnswers(PrivacyDesk desk) {
    this.desk = desk;
  }

  @Override
  public String topic() {
    return "homeport.access.v1";
  }

  @Override
  public String consumer() {
    return "homeport.access.v1.answers";
  }

  @Override
  public Map<String, Class<? extends Contributed>> payloads() {
    return Map.of("dev.homeport.access-contributed.v1", Contributed.class);
  }

  @Override
  public boolean wholeState() {
    return false;
  }

  @Override
  public void apply(List<InboundEvent<Contributed>> events) {
    for (InboundEvent<Contributed> event : events) {
      Contributed data = event.data();
      desk.contributed(
          data.requestId(),
          data.service(),
          data.part(),
          data.parts(),
          data.contributedAt(),
          new PrivacyDesk.Holding(data.service(), data.holding(), data.part(), data.rows()));
    }
  }

  record Contributed(
      @JsonProperty(required = true) UUID requestId,
      @JsonProperty(required = true) String service,
      @JsonProperty(required = true) Instant contributedAt,
      int part,
      @JsonProperty(required = true) int parts,
      @JsonProperty(required = true) String holding,
      @JsonProperty(required = true) List<JsonNode> rows) {}
}
