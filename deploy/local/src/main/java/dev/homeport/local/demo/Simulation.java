package dev.homeport.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Lets people buy, and writes down what their orders leave. */
final class Simulation {

  /** Rates begin before the first order, which may fall on a holiday. */
  private static final int RATES_EARLIER_DAYS = 10;

  private static final long RATES_SEED = 0x5DEECE66DL;
  private static final Duration DELIVERED = Duration.ofDays(8);
  private static final Duration SHIPPED = Duration.ofDays(2);
  private static final int FIRST_NUMBER = 100_001;
  private static final int EXAMPLE_ORDERS = 12;

  private final long seed;
  private final Instant start;
  private final Instant end;
  private final Dice dice;
  private final Catalogue catalogue = Catalogue.read();
  private final Map<Channel, Integer> numbers = new EnumMap<>(Channel.class);

  Simulation(long seed, Instant end) {
    this.seed = seed;
    this.end = end.truncatedTo(ChronoUnit.SECONDS);
    this.start = this.end.atZone(ZoneOffset.UTC).minusMonths(SimulatedMerchant.MONTHS).toInstant();
    this.dice = new Dice(seed);
  }

  SimulatedMerchant run(int people) {
    return write(purchases(people), people);
  }

  /** All purchases by time. */
  List<Purchase> purchases(int people) {
    var purchases = new ArrayList<Purchase>();
    for (var shopper : new Population(dice, BuyingModel.DEMO).between(start, end, people)) {
      for (var at : shopper.habit().purchases(shopper.since(), end, dice)) {
        var identity = dice.pick(shopper.identities());
        var repeat = !at.equals(shopper.since());
        purchases.add(new Purchase(shopper, identity, at, repeat, shopper.habit().spend(dice)));
      }
    }
    purchases.sort(
        Comparator.comparing(Purchase::at).thenComparing(bought -> bought.shopper().number()));
    return purchases;
  }

  private SimulatedMerchant write(List<Purchase> purchases, int people) {
    var baskets = new Baskets(dice, catalogue);
    var aftermath = new Aftermath(dice, end);
    var orders = new ArrayList<OrderDocument>();
    var orderReturns = new ArrayList<OrderReturn>();
    var freeReturns = new ArrayList<FreeReturn>();
    for (var purchase : purchases) {
      var order = order(purchase, baskets.fill(purchase));
      orders.add(order);
      aftermath
          .of(order, returned(order))
          .ifPresent(
              event -> {
                switch (event) {
                  case Aftermath.Event.Cancelled(var cancelled) -> orders.add(cancelled);
                  case Aftermath.Event.Returned(var goods) -> orderReturns.add(goods);
                  case Aftermath.Event.ReturnedFreely(var goods) -> freeReturns.add(goods);
                }
              });
    }
    return new SimulatedMerchant(
        seed,
        end,
        people,
        rates(),
        orders,
        orderReturns,
        freeReturns,
        Advertising.of(orders),
        example(orders));
  }

  private OrderDocument order(Purchase purchase, List<OrderDocument.Line> lines) {
    var channel = purchase.identity().channel();
    var number = numbers.merge(channel, 1, Integer::sum) + FIRST_NUMBER - 1;
    return new OrderDocument(
        channel.key(),
        "D" + number,
        purchase.at(),
        channel.tender().name(),
        status(purchase.at()),
        null,
        purchase.identity().buyer(),
        lines,
        Attributions.of(purchase, dice));
  }

  private String status(Instant placed) {
    var age = Duration.between(placed, end);
    if (age.compareTo(DELIVERED) > 0) {
      return "delivered";
    }
    return age.compareTo(SHIPPED) > 0 ? "shipped" : "paid";
  }

  private double returned(OrderDocument order) {
    return catalogue.of(order.lines().getFirst().sku()).returned();
  }

  private String rates() {
    var first = LocalDate.ofInstant(start, ZoneOffset.UTC).minusDays(RATES_EARLIER_DAYS);
    return new SimulatedRates(new Dice(seed ^ RATES_SEED))
        .csv(first, LocalDate.ofInstant(end, ZoneOffset.UTC));
  }

  /** The last order of the regular who bought most lately. */
  private static SimulatedMerchant.Example example(List<OrderDocument> orders) {
    var regulars =
        orders.stream()
            .filter(order -> order.buyer().externalId() != null)
            .collect(Collectors.groupingBy(order -> order.channel() + " " + order.buyer()));
    return regulars.values().stream()
        .filter(own -> own.size() >= EXAMPLE_ORDERS)
        .map(List::getLast)
        .max(Comparator.comparing(OrderDocument::placedAt))
        .or(() -> orders.stream().filter(order -> order.buyer().externalId() != null).findFirst())
        .map(Simulation::example)
        .orElseThrow();
  }

  private static SimulatedMerchant.Example example(OrderDocument order) {
    return new SimulatedMerchant.Example(
        order.channel(), Objects.requireNonNull(order.buyer().externalId()), order.externalId());
  }
}
