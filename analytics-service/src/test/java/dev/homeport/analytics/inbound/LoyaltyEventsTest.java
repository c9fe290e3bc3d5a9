package dev.homeport.analytics.inbound;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homeport.analytics.fact.store.Tenancy;
import dev.homeport.platform.database.Database;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestEvents;
import dev.homeport.platform.testing.TestEvents.Sent;
import dev.homeport.platform.testing.TestTenants;
import dev.homeport.platform.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Members as loyalty-service tells of them: twice, late, in any order. */
@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class LoyaltyEventsTest {
  private static final long SEED = 20_261_127;

  @Inject Tenancy tenancy;
  @Inject Database database;

  @Test
  void the_highest_revision_stands_and_moves_its_customer_in_segments() {
    var random = new Random(SEED);
    UUID tenant = TestTenants.create();
    segment(tenant, "rich", "points.available >= 500 && tier == \"gold\"");
    segment(tenant, "waiting", "points.pending > 0");
    var events = new ArrayList<Sent>();
    Map<String, String> last = new HashMap<>();
    var rich = new TreeSet<String>();
    var waiting = new TreeSet<String>();
    for (int i = 0; i < 12; i++) {
      UUID customer = new UUID(random.nextLong(), random.nextLong());
      events.add(profile(tenant, customer));
      for (String programme : List.of("club", "extra")) {
        int revisions = 1 + random.nextInt(4);
        for (int revision = 1; revision <= revisions; revision++) {
          boolean gold = random.nextBoolean();
          int available = random.nextInt(900) - 50;
          int pending = random.nextInt(3) == 0 ? 10 : 0;
          events.add(member(tenant, customer, programme, available, pending, gold, revision));
          last.put(
              customer + " " + programme,
              "%d %d %s %d".formatted(available, pending, gold ? "gold" : "", revision));
          if (programme.equals("club") && revision == revisions) {
            if (gold && available >= 500) {
              rich.add("cus_" + customer);
            }
            if (pending > 0) {
              waiting.add("cus_" + customer);
            }
          }
        }
      }
    }
    events.addAll(events.subList(0, events.size() / 2));
    Collections.shuffle(events, random);

    Map<Boolean, List<Sent>> byOwner =
        events.stream()
            .collect(Collectors.partitioningBy(event -> event.type().contains(".loyalty.")));
    TestEvents.send("homeport.loyalty.v1", byOwner.getOrDefault(true, List.of()));
    TestEvents.send("homeport.customer.v1", byOwner.getOrDefault(false, List.of()));

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(kept(tenant)).as("seed %d", SEED).isEqualTo(last));
    assertThat(rich).isNotEmpty();
    assertThat(waiting).isNotEmpty();
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              assertThat(members(tenant, "rich")).as("seed %d", SEED).isEqualTo(rich);
              assertThat(members(tenant, "waiting")).as("seed %d", SEED).isEqualTo(waiting);
            });
    assertThat(kept(tenant)).isEqualTo(last);
    assertThat(kept(TestTenants.create())).as("rows of others").isEmpty();
  }

  private static Sent profile(UUID tenant, UUID customer) {
    return new Sent(
        customer.toString(),
        "dev.homeport.customer.changed.v1",
        tenant,
        """
        {"customerId":"%s","tags":[],"status":"active","revision":1}"""
            .formatted(customer));
  }

  private static Sent member(
      UUID tenant,
      UUID customer,
      String programme,
      int available,
      int pending,
      boolean gold,
      long revision) {
    String tier =
        gold
            ? """
              "tier":{"key":"gold","name":"Gold","level":1,"since":"2026-01-01T00:00:00Z"},"""
            : "";
    return new Sent(
        customer.toString(),
        "dev.homeport.loyalty.member-changed.v1",
        tenant,
        """
        {"customerId":"%s","programme":"%s","main":%s,"pending":%d,"available":%d,"held":0,"owed":0,
         "earned":10,%s"at":"2026-11-01T10:00:02Z","revision":%d,"backfill":false}"""
            .formatted(
                customer,
                programme,
                programme.equals("club"),
                pending,
                available,
                tier.strip(),
                revision));
  }

  private static void segment(UUID tenant, String key, String expression) {
    given()
        .auth()
        .oauth2(TestTokens.token(tenant, "analytics:write"))
        .contentType(ContentType.JSON)
        .body(Map.of("kind", "dynamic", "name", key, "expression", expression))
        .put("/v1/segments/" + key)
        .then()
        .statusCode(201);
  }

  private static TreeSet<String> members(UUID tenant, String key) {
    return new TreeSet<>(
        given()
            .auth()
            .oauth2(TestTokens.token(tenant, "analytics:read"))
            .get("/v1/segments/" + key + "/members?limit=100")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath()
            .getList("items.customerId"));
  }

  private Map<String, String> kept(UUID tenant) {
    return tenancy.in(
        tenant,
        () -> {
          var kept = new HashMap<String, String>();
          database.each(
              "select * from customer_points",
              _ -> {},
              row ->
                  kept.put(
                      row.getString("customer_id") + " " + row.getString("programme"),
                      "%d %d %s %d"
                          .formatted(
                              row.getLong("available"),
                              row.getLong("pending"),
                              row.getString("tier") == null ? "" : row.getString("tier"),
                              row.getLong("revision"))));
          return kept;
        });
  }
}
