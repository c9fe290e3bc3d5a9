package dev.homeport.platform.privacy;

import dev.homeport.platform.event.InboundEvent;
import dev.homeport.platform.inbox.EventListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Answers {@code homeport.access.v1} for this service; an answer twice is the same answer. */
@ApplicationScoped
class AccessListener implements EventListener<AccessAsked> {
  private final Contributions contributions;

  AccessListener(Contributions contributions) {
    this.contributions = contributions;
  }

  @Override
  public String topic() {
    return "homeport.access.v1";
  }

  @Override
  public Map<String, Class<? extends AccessAsked>> payloads() {
    return Map.of(AccessAsked.TYPE, AccessAsked.class);
  }

  @Override
  public boolean wholeState() {
    return false;
  }

  @Override
  public void apply(List<InboundEvent<AccessAsked>> events) {
    events.forEach(event -> contributions.contribute(event.data()));
  }
}
