package dev.homeport.system.load;

import dev.homeport.local.Service;
import dev.homeport.local.Suite;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * How far the listeners of orders' events are behind at the worst, as they say themselves: the age
 * of the newest event of a batch when the batch was done. Looks twice a second until it is closed.
 */
final class ListenerLag implements AutoCloseable {
  private static final List<Service> LISTENERS =
      List.of(Service.CUSTOMER, Service.ANALYTICS, Service.LOYALTY);
  private static final List<String> TOPICS =
      List.of("homeport.order.v1", "homeport.buyer.v1", "homeport.identity.v1");
  private static final String METRIC = "homeport_listener_lag_seconds{";
  private static final Duration PACE = Duration.ofMillis(500);

  private final CountDownLatch over = new CountDownLatch(1);
  private final List<String> urls;
  private final Thread thread;
  private volatile double highest;

  private ListenerLag(Suite suite) {
    this.urls =
        LISTENERS.stream().map(service -> suite.service(service).url() + "/q/metrics").toList();
    this.thread = Thread.ofPlatform().name("lag").start(this::watch);
  }

  static ListenerLag watch(Suite suite) {
    return new ListenerLag(suite);
  }

  double highestSeconds() {
    return highest;
  }

  private void watch() {
    try {
      // Until the first events come, listeners tell of the trial before.
      over.await(Generator.LEAD_IN.toMillis(), TimeUnit.MILLISECONDS);
      while (!over.await(PACE.toMillis(), TimeUnit.MILLISECONDS)) {
        urls.forEach(url -> highest = Math.max(highest, newest(Web.get(url, "").text())));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static double newest(String metrics) {
    return metrics
        .lines()
        .filter(line -> line.startsWith(METRIC))
        .filter(line -> TOPICS.stream().anyMatch(line::contains))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .max()
        .orElse(0);
  }

  @Override
  public void close() {
    over.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
