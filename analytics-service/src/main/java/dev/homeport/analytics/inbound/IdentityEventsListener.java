package dev.homeport.analytics.inbound;

import dev.homeport.analytics.fact.Identities;
import dev.homeport.platform.event.InboundEvent;
import dev.homeport.platform.inbox.EventListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Follows which identity belongs to which customer. */
@ApplicationScoped
class IdentityEventsListener implements EventListener<IdentityMapped> {
  private final Identities identities;
  private final Taken taken;

  IdentityEventsListener(Identities identities, Taken taken) {
    this.identities = identities;
    this.taken = taken;
  }

  @Override
  public String topic() {
    return "homeport.identity.v1";
  }

  @Override
  public Map<String, Class<? extends IdentityMapped>> payloads() {
    return Map.of("dev.homeport.customer.identity-mapped.v1", IdentityMapped.class);
  }

  @Override
  public boolean wholeState() {
    return true;
  }

  @Override
  public void apply(List<InboundEvent<IdentityMapped>> events) {
    int newer = identities.assign(events.stream().map(event -> event.data().assignment()).toList());
    taken.count(topic(), events.size(), newer);
  }
}
