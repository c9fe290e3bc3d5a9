package dev.homeport.customer.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.homeport.customer.identity.Identity;
import dev.homeport.customer.testing.Buyers;
import dev.homeport.platform.event.EventJson;
import dev.homeport.platform.tenant.CurrentTenant;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestEvents;
import dev.homeport.platform.testing.TestTenants;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.awaitility.Awaitility;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** A real year of orders: the buyers of Online Retail (UCI), each order one event. */
@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class BuyerThroughputTest {
  private static final Logger LOG = Logger.getLogger(BuyerThroughputTest.class);
  private static final Path ORDERS = Path.of("../../shared/data/online_retail/orders_I.ndjson.gz");
  private static final int DOCUMENTS = 22_190;
  private static final int BUYERS = 4_372;

  @Inject MeterRegistry metrics;
  @Inject CurrentTenant currentTenant;

  @Test
  @ActivateRequestContext
  void everyBuyerOfAYearBecomesOneCustomer() throws IOException {
    assertThat(taken("countries only", _ -> Map.of())).isEqualTo(BUYERS);
  }

  @Test
  @ActivateRequestContext
  void everyBuyerOfAYearBecomesOneCustomerWhoIsKnown() throws IOException {
    long customers =
        taken(
            "name, e-mail and address",
            id ->
                Map.of(
                    "name", "Buyer Number" + id,
                    "email", "b" + id + "@example.com",
                    "address", Map.of("line1", id + " High Street", "city", "London")));
    assertThat(customers).isEqualTo(BUYERS);
  }

  private long taken(String what, Function<String, Map<String, Object>> personal)
      throws IOException {
    Assumptions.assumeTrue(Files.exists(ORDERS), "not here: " + ORDERS);
    UUID tenant = TestTenants.create();
    List<TestEvents.Sent> events = events(tenant, personal);
    assertThat(events).hasSize(DOCUMENTS);
    double before = metrics.counter("homeport_buyers_seen").count();

    long start = System.nanoTime();
    long cpuStart = listenerCpuNanos();
    TestEvents.send(Buyers.TOPIC, events);
    Awaitility.await()
        .atMost(Duration.ofMinutes(5))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> metrics.counter("homeport_buyers_seen").count() - before >= DOCUMENTS);
    double seconds = (System.nanoTime() - start) / 1e9;

    LOG.infof(
        "%s: %d events in %.2f s, %.0f/s; %.2f s of the listener's own CPU",
        what, DOCUMENTS, seconds, DOCUMENTS / seconds, (listenerCpuNanos() - cpuStart) / 1e9);
    return settled(tenant);
  }

  /** The listener counts a batch just before it commits. */
  private long settled(UUID tenant) {
    return Awaitility.await()
        .pollInSameThread()
        .atMost(Duration.ofSeconds(20))
        .until(() -> identities(tenant), count -> count >= BUYERS);
  }

  private long identities(UUID tenant) {
    return currentTenant.call(
        tenant, () -> QuarkusTransaction.requiringNew().call(() -> Identity.count()));
  }

  private static long listenerCpuNanos() {
    var threads = ManagementFactory.getThreadMXBean();
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("listen-" + Buyers.TOPIC))
        .mapToLong(thread -> threads.getThreadCpuTime(thread.threadId()))
        .sum();
  }

  private static List<TestEvents.Sent> events(
      UUID tenant, Function<String, Map<String, Object>> personal) throws IOException {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(ORDERS)), StandardCharsets.UTF_8))) {
      return lines.lines().map(line -> event(tenant, EventJson.tree(line), personal)).toList();
    }
  }

  private static TestEvents.Sent event(
      UUID tenant, JsonNode order, Function<String, Map<String, Object>> personal) {
    String buyer = order.at("/customer/externalId").asText();
    var fields = new LinkedHashMap<String, Object>(personal.apply(buyer));
    fields.put("seenAt", order.path("placedAt").asText());
    fields.put("country", order.path("country").asText());
    return Buyers.event(tenant, "giftware", buyer, EventJson.write(fields));
  }
}
