package dev.homeport.order.order.rest;

import dev.homeport.order.order.OrderChanges;
import dev.homeport.order.order.Orders;
import dev.homeport.order.order.WaitingFacts;
import dev.homeport.order.publication.Publication;
import dev.homeport.order.returns.Attachments;
import dev.homeport.order.returns.FreeReturns;
import dev.homeport.platform.security.CurrentIdentity;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes beans of the plain classes of the feature. */
@Singleton
class OrderBeans {
  @Produces
  @Singleton
  OrderChanges changes(
      Orders orders,
      WaitingFacts waiting,
      Attachments attachments,
      Publication publication,
      Clock clock,
      CurrentIdentity identity) {
    return new OrderChanges(orders, waiting, attachments, publication, clock, identity::subject);
  }

  @Produces
  @Singleton
  Attachments attachments(FreeReturns returns, Clock clock) {
    return new Attachments(returns, clock);
  }
}
