package dev.homeport.order.order.rest;

import dev.homeport.order.order.OrderChanges;
import dev.homeport.order.order.Orders;
import dev.homeport.order.publication.Publication;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes beans of the plain classes of the feature. */
@Singleton
class OrderBeans {
  @Produces
  @Singleton
  OrderChanges changes(Orders orders, Publication publication, Clock clock) {
    return new OrderChanges(orders, publication, clock);
  }
}
