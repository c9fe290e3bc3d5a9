package dev.homeport.platform.privacy;

import dev.homeport.platform.event.InboundEvent;
import dev.homeport.platform.inbox.EventListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Answers {@code homeport.erasure.v1} for this service; an answer twice is the same answer. */
@ApplicationScoped
class ErasureListener implements EventListener<ErasureAsked> {
  private final Contributions contributions;

  ErasureListener(Contributions contributions) {
    this.contributions = contributions;
  }

  @Override
  public String topic() {
    return "homeport.erasure.v1";
  }

  @Override
  public Map<String, Class<? extends ErasureAsked>> payloads() {
    return Map.of(ErasureAsked.TYPE, ErasureAsked.class);
  }

  @Override
  public boolean wholeState() {
    return false;
  }

  @Override
  public void apply(List<InboundEvent<ErasureAsked>> events) {
    events.forEach(event -> contributions.confirm(event.data()));
  }
}
