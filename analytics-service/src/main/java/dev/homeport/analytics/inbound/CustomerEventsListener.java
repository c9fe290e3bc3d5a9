package dev.homeport.analytics.inbound;

import dev.homeport.analytics.profile.Profiles;
import dev.homeport.platform.event.InboundEvent;
import dev.homeport.platform.inbox.EventListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Follows the profiles of customers. */
@ApplicationScoped
class CustomerEventsListener implements EventListener<CustomerChanged> {
  private final Profiles profiles;
  private final Taken taken;

  CustomerEventsListener(Profiles profiles, Taken taken) {
    this.profiles = profiles;
    this.taken = taken;
  }

  @Override
  public String topic() {
    return "homeport.customer.v1";
  }

  @Override
  public Map<String, Class<? extends CustomerChanged>> payloads() {
    return Map.of("dev.homeport.customer.changed.v1", CustomerChanged.class);
  }

  @Override
  public boolean wholeState() {
    return true;
  }

  @Override
  public void apply(List<InboundEvent<CustomerChanged>> events) {
    int newer = profiles.record(events.stream().map(event -> event.data().profile()).toList());
    taken.count(topic(), events.size(), newer);
  }
}
