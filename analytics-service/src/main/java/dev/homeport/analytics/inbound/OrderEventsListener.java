package dev.homeport.analytics.inbound;

import dev.homeport.analytics.fact.Facts;
import dev.homeport.platform.event.InboundEvent;
import dev.homeport.platform.inbox.EventListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Turns orders and free returns into facts. */
@ApplicationScoped
class OrderEventsListener implements EventListener<OrderEvent> {
  private final Facts facts;
  private final Taken taken;

  OrderEventsListener(Facts facts, Taken taken) {
    this.facts = facts;
    this.taken = taken;
  }

  @Override
  public String topic() {
    return "homeport.order.v1";
  }

  @Override
  public Map<String, Class<? extends OrderEvent>> payloads() {
    return Map.of(
        "dev.homeport.order.recorded.v1", OrderRecorded.class,
        "dev.homeport.order.free-return-recorded.v1", FreeReturnRecorded.class);
  }

  @Override
  public boolean wholeState() {
    return true;
  }

  @Override
  public void apply(List<InboundEvent<OrderEvent>> events) {
    int newer = facts.record(events.stream().map(event -> event.data().fact()).toList());
    taken.count(topic(), events.size(), newer);
  }
}
