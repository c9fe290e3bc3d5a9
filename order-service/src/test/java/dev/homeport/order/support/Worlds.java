package dev.homeport.order.support;

import dev.homeport.order.contract.OrderRecorded;
import dev.homeport.order.currency.Quote;
import dev.homeport.order.currency.RateDay;
import dev.homeport.order.currency.Rates;
import dev.homeport.order.currency.ReferenceRates;
import dev.homeport.order.intake.OrderIntake;
import dev.homeport.order.order.Samples;
import dev.homeport.order.publication.Announcement;
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
  public record World(OrderIntake intake, MemoryOrders orders, List<OrderRecorded> events) {}

  public static World fresh() {
    var orders = new MemoryOrders();
    var events = new ArrayList<OrderRecorded>();
    var intake =
        new OrderIntake(
            orders,
            new SameCurrency(),
            announcements -> announcements.forEach(told -> hear(told, events)),
            Samples.CLOCK,
            Ids::next);
    return new World(intake, orders, events);
  }

  private static void hear(Announcement announcement, List<OrderRecorded> events) {
    if (announcement instanceof Announcement.OrderStands(var order, var change)) {
      events.add(OrderRecorded.of(order, change));
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
