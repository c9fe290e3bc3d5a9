package dev.homeport.analytics.report.rest;

import static org.awaitility.Awaitility.await;

import dev.homeport.analytics.Orders;
import dev.homeport.analytics.Orders.Order;
import dev.homeport.platform.testing.TestEvents;
import dev.homeport.platform.testing.TestEvents.Sent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.LongSupplier;

/** A year of orders of customers who buy as people do: most of them little, a few of them much. */
final class Shop {
  private static final Instant OPENED = Instant.parse("2025-03-01T10:00:00Z");
  private static final int DAYS = 365;

  private Shop() {}

  /** Their orders, the same for the same seed. */
  static List<Sent> history(UUID tenant, int customers, double typicalAmount, int decimals) {
    var random = new Random(20260302);
    var events = new ArrayList<Sent>();
    for (int customer = 0; customer < customers; customer++) {
      UUID identity = new UUID(random.nextLong(), random.nextLong());
      double liveliness = Math.exp(random.nextGaussian());
      double amount = typicalAmount * Math.exp(0.8 * random.nextGaussian());
      int first = random.nextInt(DAYS);
      int last = first + (int) (random.nextDouble() * (DAYS - first));
      int orders = 1 + (int) (liveliness * (last - first) / 60);
      for (int i = 0; i < orders; i++) {
        int day = orders == 1 ? first : first + (last - first) * i / (orders - 1);
        BigDecimal total =
            BigDecimal.valueOf(amount * (0.5 + random.nextDouble()))
                .setScale(decimals, RoundingMode.HALF_UP);
        Instant at = OPENED.plus(Duration.ofDays(day)).plusSeconds(random.nextInt(30_000));
        events.add(Order.of(identity, at.toString(), total.toPlainString()).event(tenant));
      }
    }
    return events;
  }

  /** Sends them, and waits until the present picture holds so many customers. */
  static void open(List<Sent> events, long customers, LongSupplier counted) {
    TestEvents.send(Orders.TOPIC, events);
    await().atMost(Duration.ofSeconds(30)).until(() -> counted.getAsLong() == customers);
  }
}
