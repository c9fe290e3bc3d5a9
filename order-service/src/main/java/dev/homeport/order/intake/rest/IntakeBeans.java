package dev.homeport.order.intake.rest;

import dev.homeport.order.currency.ReferenceRates;
import dev.homeport.order.intake.OrderIntake;
import dev.homeport.order.intake.ReturnIntake;
import dev.homeport.order.intake.ReturnReversal;
import dev.homeport.order.order.OrderChanges;
import dev.homeport.order.order.Orders;
import dev.homeport.order.order.WaitingFacts;
import dev.homeport.order.publication.Publication;
import dev.homeport.order.returns.FreeReturns;
import dev.homeport.platform.id.Ids;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes beans of the plain classes of the feature. */
@Singleton
class IntakeBeans {
  @Produces
  @Singleton
  OrderIntake orders(
      Orders orders,
      WaitingFacts waiting,
      FreeReturns returns,
      ReferenceRates rates,
      Publication publication,
      Clock clock) {
    return new OrderIntake(orders, waiting, returns, rates, publication, clock, Ids::next);
  }

  @Produces
  @Singleton
  ReturnIntake returns(
      FreeReturns returns,
      Orders orders,
      WaitingFacts waiting,
      ReferenceRates rates,
      Publication publication,
      Clock clock) {
    return new ReturnIntake(returns, orders, waiting, rates, publication, clock, Ids::next);
  }

  @Produces
  @Singleton
  ReturnReversal reversal(
      FreeReturns returns,
      Orders orders,
      WaitingFacts waiting,
      OrderChanges changes,
      Publication publication,
      Clock clock) {
    return new ReturnReversal(returns, orders, waiting, changes, publication, clock);
  }
}
