package dev.homeport.loyalty.inbound;

import dev.homeport.loyalty.journal.store.FactIntake;
import dev.homeport.platform.event.InboundEvent;
import dev.homeport.platform.inbox.EventListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Posts points for orders and free returns, a whole batch in one transaction. */
@ApplicationScoped
class OrderEventsListener implements EventListener<OrderEvent> {
  private final FactIntake intake;

  OrderEventsListener(FactIntake intake) {
    this.intake = intake;
  }

  @Override
  public String topic() {
    return "homeport.order.v1";
  }

  @Override
  public Map<String, Class<? extends OrderEvent>> payloads() {
    return Map.of(
        OrderRecorded.TYPE, OrderRecorded.class, FreeReturnRecorded.TYPE, FreeReturnRecorded.class);
  }

  @Override
  public boolean wholeState() {
    return true;
  }

  @Override
  public void apply(List<InboundEvent<OrderEvent>> events) {
    intake.take(events.stream().map(event -> event.data().fact()).toList());
  }
}
