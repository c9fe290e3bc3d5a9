package dev.homeport.analytics.inbound;

import dev.homeport.analytics.profile.Consents;
import dev.homeport.platform.event.InboundEvent;
import dev.homeport.platform.inbox.EventListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Follows what customers allow. */
@ApplicationScoped
class ConsentEventsListener implements EventListener<ConsentChanged> {
  private final Consents consents;
  private final Taken taken;

  ConsentEventsListener(Consents consents, Taken taken) {
    this.consents = consents;
    this.taken = taken;
  }

  @Override
  public String topic() {
    return "homeport.consent.v1";
  }

  @Override
  public Map<String, Class<? extends ConsentChanged>> payloads() {
    return Map.of("dev.homeport.customer.consent-changed.v1", ConsentChanged.class);
  }

  @Override
  public boolean wholeState() {
    return true;
  }

  @Override
  public void apply(List<InboundEvent<ConsentChanged>> events) {
    int newer = consents.record(events.stream().map(event -> event.data().consent()).toList());
    taken.count(topic(), events.size(), newer);
  }
}
