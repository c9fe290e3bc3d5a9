package dev.homeport.loyalty.inbound;

import dev.homeport.loyalty.member.IdentityMap;
import dev.homeport.loyalty.member.IdentityMapping;
import dev.homeport.platform.event.InboundEvent;
import dev.homeport.platform.inbox.EventListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Keeps up with which customer each identity belongs to. */
@ApplicationScoped
class IdentityEventsListener implements EventListener<IdentityMapping> {
  static final String TYPE = "dev.homeport.customer.identity-mapped.v1";

  private final IdentityMap identities;

  IdentityEventsListener(IdentityMap identities) {
    this.identities = identities;
  }

  @Override
  public String topic() {
    return "homeport.identity.v1";
  }

  @Override
  public Map<String, Class<? extends IdentityMapping>> payloads() {
    return Map.of(TYPE, IdentityMapping.class);
  }

  @Override
  public boolean wholeState() {
    return true;
  }

  @Override
  public void apply(List<InboundEvent<IdentityMapping>> events) {
    identities.take(events.stream().map(InboundEvent::data).toList());
  }
}
