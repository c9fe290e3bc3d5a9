package dev.homeport.order.support;

import dev.homeport.order.contract.FreeReturnRecorded;
import dev.homeport.order.contract.OrderRecorded;
import dev.homeport.order.currency.Quote;
import dev.homeport.order.currency.RateDay;
import dev.homeport.order.currency.Rates;
import dev.homeport.order.currency.ReferenceRates;
import dev.homeport.order.intake.OrderIntake;
import dev.homeport.order.intake.ReturnIntake;
import dev.homeport.order.order.OrderChanges;
import dev.homeport.order.order.Samples;
import dev.homeport.order.publication.Announcement;
import dev.homeport.order.publication.Publication;
import dev.homeport.order.returns.Attachments;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.tenant.TenantSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The intake over memory. */
public final class Worlds {
  public static final TenantSettings TENANT =
      new TenantSettings(
          new UUID(0, 1),
          "t",
          "T",
          Samples.EUR,
          Samples.BERLIN,
          List.of("DE"),
          true,
          "standard",
          Duration.ZERO,
          0,
          1);

  private Worlds() {}

  /** An intake with what it writes and publishes. */
  public record World(
      OrderIntake intake,
      ReturnIntake returnIntake,
      OrderChanges changes,
      MemoryOrders orders,
      MemoryReturns returns,
      List<OrderRecorded> events,
      List<FreeReturnRecorded> returnEvents) {}

  public static World fresh() {
    var orders = new MemoryOrders();
    var returns = new MemoryReturns();
    var waiting = new MemoryWaitingFacts();
    var rates = new SameCurrency();
    var events = new ArrayList<OrderRecorded>();
    var returnEvents = new ArrayList<FreeReturnRecorded>();
    Publication heard =
        announcements -> announcements.forEach(told -> hear(told, events, returnEvents));
    return new World(
        new OrderIntake(orders, waiting, returns, rates, heard, Samples.CLOCK, Ids::next),
        new ReturnIntake(returns, orders, waiting, rates, heard, Samples.CLOCK, Ids::next),
        new OrderChanges(
            orders,
            waiting,
            new Attachments(returns, Samples.CLOCK),
            heard,
            Samples.CLOCK,
            () -> "somebody"),
        orders,
        returns,
        events,
        returnEvents);
  }

  private static void hear(
      Announcement announcement, List<OrderRecorded> events, List<FreeReturnRecorded> returns) {
    switch (announcement) {
      case Announcement.OrderStands(var order, var change) ->
          events.add(OrderRecorded.of(order, change));
      case Announcement.ReturnStands(var back, var change) ->
          returns.add(FreeReturnRecorded.of(back, change));
      case Announcement.OrderLeft _, Announcement.BuyerNamed _ -> {}
    }
  }

  private static final class SameCurrency implements ReferenceRates {
    @Override
    public Rates into(Currency reporting, Set<Quote> quotes) {
      return Samples.SETTING.rates();
    }

    @Override
    public void closeUpdate() {}

    @Override
    public int put(Collection<RateDay> days) {
      throw new UnsupportedOperationException();
    }
  }
}
