package dev.homeport.order.publication;

import dev.homeport.order.contract.BuyerSeen;
import dev.homeport.order.contract.FreeReturnRecorded;
import dev.homeport.order.contract.OrderChange;
import dev.homeport.order.contract.OrderRecorded;
import dev.homeport.order.contract.OrderTopics;
import dev.homeport.order.contract.ReturnChange;
import dev.homeport.order.order.Order;
import dev.homeport.order.returns.FreeReturn;
import dev.homeport.platform.event.OutboundEvent;
import dev.homeport.platform.event.Topic;
import dev.homeport.platform.outbox.Outbox;
import dev.homeport.platform.problem.WireName;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;

/** Leaves announcements in the outbox, keyed by identity. */
@ApplicationScoped
class OutboxPublication implements Publication {
  private final Outbox outbox;
  private final MeterRegistry metrics;
  private final Topic orders;
  private final Topic buyers;

  OutboxPublication(
      Outbox outbox,
      MeterRegistry metrics,
      @Named(OrderTopics.ORDER) Topic orders,
      @Named(OrderTopics.BUYER) Topic buyers) {
    this.outbox = outbox;
    this.metrics = metrics;
    this.orders = orders;
    this.buyers = buyers;
  }

  @Override
  public void publish(List<Announcement> announcements) {
    outbox.append(announcements.stream().map(this::event).toList());
    announcements.forEach(this::count);
  }

  private void count(Announcement announcement) {
    switch (announcement) {
      case Announcement.OrderStands(Order _, OrderChange change) ->
          metrics.counter("homeport.order.changes", "change", WireName.of(change)).increment();
      case Announcement.ReturnStands(FreeReturn _, ReturnChange change) ->
          metrics.counter("homeport.order.returns", "change", WireName.of(change)).increment();
      case Announcement.OrderLeft _, Announcement.BuyerNamed _ -> {}
    }
  }

  private OutboundEvent event(Announcement announcement) {
    return switch (announcement) {
      case Announcement.OrderStands stands -> order(stands);
      case Announcement.OrderLeft left -> left(left);
      case Announcement.ReturnStands stands -> freeReturn(stands);
      case Announcement.BuyerNamed named -> buyer(named.buyer());
    };
  }

  private OutboundEvent order(Announcement.OrderStands stands) {
    Order order = stands.order();
    return OutboundEvent.of(
        orders,
        order.document().identityId().toString(),
        OrderRecorded.TYPE,
        order.id().toString(),
        order.revision(),
        OrderRecorded.of(order, stands.change()));
  }

  private OutboundEvent left(Announcement.OrderLeft left) {
    Order before = left.before();
    return OutboundEvent.of(
        orders,
        before.document().identityId().toString(),
        OrderRecorded.TYPE,
        before.id().toString(),
        left.revision(),
        OrderRecorded.leaving(before, left.revision()));
  }

  private OutboundEvent freeReturn(Announcement.ReturnStands stands) {
    FreeReturn back = stands.back();
    return OutboundEvent.of(
        orders,
        back.document().identityId().toString(),
        FreeReturnRecorded.TYPE,
        back.id().toString(),
        back.revision(),
        FreeReturnRecorded.of(back, stands.change()));
  }

  private OutboundEvent buyer(BuyerSeen buyer) {
    return OutboundEvent.of(
        buyers,
        buyer.identityId().toString(),
        BuyerSeen.TYPE,
        buyer.identityId().toString(),
        buyer.revision(),
        buyer);
  }
}
