package dev.homeport.analytics.rfm.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.homeport.analytics.Orders;
import dev.homeport.analytics.ReferenceData;
import dev.homeport.analytics.fact.store.Tenancy;
import dev.homeport.analytics.rfm.CustomerMeasures;
import dev.homeport.analytics.rfm.CustomerMeasures.Placed;
import dev.homeport.analytics.rfm.Scheme;
import dev.homeport.analytics.rfm.Schemes;
import dev.homeport.analytics.rfm.Snapshots;
import dev.homeport.analytics.rfm.rest.Viewpoints.Viewpoint;
import dev.homeport.platform.http.JsonRules;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestEvents;
import dev.homeport.platform.testing.TestEvents.Sent;
import dev.homeport.platform.testing.TestTenants;
import dev.homeport.platform.testing.TestTokens;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A year of a real shop, as events through the broker, against scores computed independently. */
@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class OnlineRetailTest {
  private static final ObjectMapper JSON =
      JsonRules.apply(JsonMapper.builder().findAndAddModules().build());
  private static final LocalDate AS_OF = LocalDate.of(2011, 12, 10);
  private static final int ASKED_EVERY = 40;

  @Inject CustomerMeasures customers;
  @Inject Snapshots snapshots;
  @Inject Schemes schemes;
  @Inject Tenancy tenancy;
  @Inject MeterRegistry metrics;
  private String token = "";

  @Test
  void every_score_and_group_is_that_of_the_reference() {
    List<String> documents = ReferenceData.lines("online_retail/orders_I.ndjson.gz");
    List<Map<String, String>> reference = ReferenceData.rows("ref/online_retail_rfm.csv.gz");
    UUID tenant = TestTenants.create("GBP", "Europe/London");
    List<Sent> events = documents.stream().map(line -> event(tenant, line)).toList();

    take(events);

    token = TestTokens.token(tenant, "analytics:read");
    JsonPath totals = get("/v1/rfm/grid?asOf=" + AS_OF);
    assertThat(totals.getLong("customers")).isEqualTo(4_339);
    assertThat(totals.getList("groups.customers", Long.class))
        .containsExactly(598L, 829L, 499L, 31L, 87L, 183L, 354L, 584L, 73L, 768L, 333L);
    assertThat(totals.getList("cells.customers", Long.class).stream().mapToLong(n -> n).sum())
        .isEqualTo(4_339);
    assertThat(sum(totals, "cells")).isEqualByComparingTo("8310477.054");
    assertThat(sum(totals, "groups")).isEqualByComparingTo("8310477.054");
    assertThat(totals.getString("groups[0].net.amount")).isEqualTo("4191752.61");
    tenancy.in(
        tenant,
        () -> {
          reference.forEach(row -> compare(view(row), row));
          return reference.size();
        });
    for (int i = 0; i < reference.size(); i += ASKED_EVERY) {
      compare(answer(reference.get(i)), reference.get(i));
    }
    liveAgreesWithThePast(totals);
    theOtherGridsMakeTheGroupsOfTheReference(tenant, reference);
    migrationsAddUpToBothDays();
  }

  private void theOtherGridsMakeTheGroupsOfTheReference(
      UUID tenant, List<Map<String, String>> reference) {
    for (String key : List.of("code125", "rf10")) {
      given()
          .auth()
          .oauth2(TestTokens.token(tenant, "analytics:write"))
          .contentType("application/json")
          .body("{\"name\": \"By another grid\", \"grid\": \"" + key + "\"}")
          .put("/v1/rfm/scorings/by-" + key)
          .then()
          .statusCode(201);
      JsonPath grid = get("/v1/rfm/grid?scoring=by-" + key);
      for (Map<String, Object> group : grid.<Map<String, Object>>getList("groups")) {
        long expected =
            reference.stream()
                .filter(row -> group.get("name").equals(row.get("segment_" + key)))
                .count();
        assertThat(((Number) group.get("customers")).longValue())
            .as("%s by %s", group.get("name"), key)
            .isEqualTo(expected);
      }
    }
  }

  private void migrationsAddUpToBothDays() {
    LocalDate before = LocalDate.of(2011, 9, 9);
    JsonPath moves = get("/v1/rfm/migrations?from=" + before + "&to=" + AS_OF);
    assertThat(moves.getLong("customers")).isEqualTo(4_339);
    for (String[] side : new String[][] {{"from", before.toString()}, {"to", AS_OF.toString()}}) {
      JsonPath grid = get("/v1/rfm/grid?asOf=" + side[1]);
      for (Map<String, Object> group : grid.<Map<String, Object>>getList("groups")) {
        long moved =
            moves.<Map<String, Object>>getList("moves").stream()
                .filter(move -> move.get(side[0]).equals(group.get("key")))
                .mapToLong(move -> ((Number) move.get("customers")).longValue())
                .sum();
        assertThat(((Number) group.get("customers")).longValue())
            .as("%s on %s", group.get("key"), side[1])
            .isEqualTo(moved);
      }
    }
  }

  private void take(List<Sent> events) {
    double before = applied();
    long start = System.nanoTime();
    TestEvents.send(Orders.TOPIC, events);
    await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> applied() - before >= events.size());
    long millis = (System.nanoTime() - start) / 1_000_000;
    System.out.printf(
        "Online Retail: %d events sent and taken in %d ms, %d a second%n",
        events.size(), millis, events.size() * 1_000L / millis);
  }

  private double applied() {
    var counter =
        metrics
            .find("homeport_analytics_events")
            .tags("topic", Orders.TOPIC, "outcome", "applied")
            .counter();
    return counter == null ? 0 : counter.count();
  }

  /** As the resource makes it, without the requests: for all customers at once. */
  private CustomerRfmView view(Map<String, String> expected) {
    UUID customer = buyer(expected.get("customer_id"));
    Scheme scheme = schemes.find("default").orElseThrow();
    return CustomerRfmView.from(
        customer,
        new Viewpoint(scheme, Optional.of(AS_OF), AS_OF, Currency.getInstance("GBP")),
        new Placed(
            customers.asOf(scheme, customer, AS_OF).orElseThrow(),
            Optional.empty(),
            Optional.empty()),
        snapshots.asOf(scheme, AS_OF));
  }

  private CustomerRfmView answer(Map<String, String> expected) {
    String path = "/v1/customers/cus_%s/rfm?asOf=%s";
    String answer = get(path.formatted(buyer(expected.get("customer_id")), AS_OF)).prettify();
    try {
      return JSON.readValue(answer, CustomerRfmView.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void compare(CustomerRfmView actual, Map<String, String> expected) {
    assertThat(
            List.of(
                "" + actual.values().recencyDays(),
                "" + actual.values().frequency(),
                actual.values().monetary().amount().setScale(3).toPlainString(),
                "" + actual.scores().r(),
                "" + actual.scores().f(),
                "" + actual.scores().m(),
                "" + actual.scores().fm(),
                actual.group().name()))
        .as("customer %s", expected.get("customer_id"))
        .containsExactly(
            expected.get("recency_days"),
            expected.get("frequency"),
            expected.get("monetary"),
            expected.get("R"),
            expected.get("F"),
            expected.get("M"),
            expected.get("FM"),
            expected.get("segment_grid25"));
  }

  /** All of it lies in the past, so the present picture is the same once cut points are fresh. */
  private void liveAgreesWithThePast(JsonPath past) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              JsonPath now = get("/v1/rfm/grid");
              assertThat(now.<Object>get("groups")).isEqualTo(past.get("groups"));
              assertThat(now.<Object>get("cells")).isEqualTo(past.get("cells"));
              assertThat(now.getString("net.amount")).isEqualTo("8310477.054");
            });
  }

  private static BigDecimal sum(JsonPath grid, String parts) {
    return grid.getList(parts + ".net.amount", String.class).stream()
        .map(BigDecimal::new)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private JsonPath get(String path) {
    return given().auth().oauth2(token).get(path).then().statusCode(200).extract().jsonPath();
  }

  private static Sent event(UUID tenant, String line) {
    try {
      JsonNode document = JSON.readTree(line);
      String number = document.get("externalOrderId").asText();
      UUID identity = buyer(document.get("customer").get("externalId").asText());
      UUID source = UUID.nameUUIDFromBytes(("source " + number).getBytes(StandardCharsets.UTF_8));
      String at = document.get("placedAt").asText();
      String total = total(document.get("lines"));
      if (document.get("documentType").asText().equals("RETURN")) {
        return Orders.freeReturn(tenant, source, identity, 1, at, total, false);
      }
      return new Orders.Order(source, identity, 1, at, "placed", total, "0", "0", true)
          .event(tenant);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String total(JsonNode lines) {
    BigDecimal total = BigDecimal.ZERO;
    for (JsonNode line : lines) {
      total =
          total.add(
              new BigDecimal(line.get("unitPrice").asText())
                  .multiply(new BigDecimal(line.get("quantity").asText())));
    }
    return total.toPlainString();
  }

  private static UUID buyer(String number) {
    return UUID.nameUUIDFromBytes(("buyer " + number).getBytes(StandardCharsets.UTF_8));
  }
}
