package dev.homeport.analytics.inbound;

import dev.homeport.analytics.points.MemberBook;
import dev.homeport.platform.event.InboundEvent;
import dev.homeport.platform.inbox.EventListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Follows the points and tiers of members. */
@ApplicationScoped
class LoyaltyEventsListener implements EventListener<MemberChanged> {
  private final MemberBook members;
  private final Taken taken;

  LoyaltyEventsListener(MemberBook members, Taken taken) {
    this.members = members;
    this.taken = taken;
  }

  @Override
  public String topic() {
    return "homeport.loyalty.v1";
  }

  @Override
  public Map<String, Class<? extends MemberChanged>> payloads() {
    return Map.of("dev.homeport.loyalty.member-changed.v1", MemberChanged.class);
  }

  @Override
  public boolean wholeState() {
    return true;
  }

  @Override
  public void apply(List<InboundEvent<MemberChanged>> events) {
    int newer = members.record(events.stream().map(event -> event.data().points()).toList());
    taken.count(topic(), events.size(), newer);
  }
}
