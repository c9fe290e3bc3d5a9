package dev.homeport.platform.identity;

import dev.homeport.platform.event.InboundEvent;
import dev.homeport.platform.inbox.EventListener;
import java.util.List;
import java.util.Map;

/**
 * Follows {@code homeport.identity.v1}. A service that keeps a table of the mapping makes a bean of
 * it; what it does with what it hears is its own.
 */
public abstract class IdentityListener implements EventListener<IdentityMapped> {
  public static final String TOPIC = "homeport.identity.v1";

  @Override
  public final String topic() {
    return TOPIC;
  }

  @Override
  public final Map<String, Class<? extends IdentityMapped>> payloads() {
    return Map.of(IdentityMapped.TYPE, IdentityMapped.class);
  }

  @Override
  public final boolean wholeState() {
    return true;
  }

  @Override
  public final void apply(List<InboundEvent<IdentityMapped>> events) {
    take(events.stream().map(InboundEvent::data).toList());
  }

  /**
   * Takes mappings in any order and as often as they come; the highest revision of each identity
   * stands.
   */
  protected abstract void take(List<IdentityMapped> mappings);
}
