package dev.homeport.loyalty.expiry;

import static dev.homeport.platform.testing.TestTokens.token;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.loyalty.SandboxClock;
import dev.homeport.loyalty.fact.OrderFact;
import dev.homeport.loyalty.journal.Facts;
import dev.homeport.loyalty.journal.store.LedgerFixture;
import dev.homeport.loyalty.replay.Replays;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestTenants;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Points that wait, on the clock of a sandbox and through the API. */
@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class LotOpeningTest {
  private static final Instant YESTERDAY =
      Instant.now().minus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);

  @Inject LedgerFixture ledger;

  @Test
  void pointsCanBeUsedSomeDaysAfterTheGoodsHaveArrived() {
    UUID sandbox = sandbox();
    ledger.take(sandbox, List.of(order(1, 1, null)));
    assertThat(balance(sandbox)).isEqualTo("0 available, 100 pending, 1 open");
    ledger.take(sandbox, List.of(order(1, 2, YESTERDAY.plus(10, ChronoUnit.DAYS))));

    SandboxClock.ahead(sandbox, Duration.ofDays(20));
    assertThat(balance(sandbox)).isEqualTo("0 available, 100 pending, 1 open");
    assertThat(get(sandbox, "/lots").getList("items.pending")).containsExactly(true);

    SandboxClock.ahead(sandbox, Duration.ofDays(25));
    assertThat(balance(sandbox)).isEqualTo("100 available, 0 pending, 1 open");
    assertThat(get(sandbox, "/lots").getList("items.pending")).containsExactly(false);
    JsonPath entries = get(sandbox, "/entries?limit=2");
    assertThat(entries.getList("items.cause.type")).containsOnly("opening");
    assertThat(entries.getList("items.account")).containsExactlyInAnyOrder("available", "pending");
    assertThat(Replays.drift(sandbox)).isZero();
  }

  @Test
  void pointsOfGoodsThatDoNotArriveLapseAndComeBackWhenTheyDid() {
    UUID sandbox = sandbox();
    ledger.take(sandbox, List.of(order(2, 1, null)));
    SandboxClock.ahead(sandbox, Duration.ofDays(70));
    assertThat(balance(sandbox)).isEqualTo("0 available, 0 pending, 0 open");
    assertThat(get(sandbox, "").getLong("lifetime.expired")).isEqualTo(100);
    assertThat(ledger.number(sandbox, "select sum(points) from entry where account = 'forfeited'"))
        .isEqualTo(100);
    assertThat(Replays.drift(sandbox)).isZero();

    ledger.take(sandbox, List.of(order(2, 2, YESTERDAY.plus(10, ChronoUnit.DAYS))));
    assertThat(balance(sandbox)).isEqualTo("100 available, 0 pending, 1 open");
    assertThat(Replays.drift(sandbox)).isZero();
  }

  /** Fourteen days after delivery, which has to be within sixty days. */
  private UUID sandbox() {
    UUID tenant = TestTenants.create();
    ledger.run(
        tenant,
        """
        {"key": "points", "currencies": {"EUR": {"earn": "1"}}, "rounding": "floor",
         "rules": [{"key": "base", "points": {"type": "rate"}}],
         "usable": {"type": "after-delivery", "days": 14, "deadlineDays": 60},
         "expiry": {"type": "rolling", "months": 12}}""");
    return tenant;
  }

  private static OrderFact order(int number, long revision, @Nullable Instant deliveredAt) {
    OrderFact order =
        Facts.order(Facts.BUYER, new UUID(8, number), revision, YESTERDAY, "paid", "100", "0");
    return new OrderFact(
        order.id(),
        order.identityId(),
        order.revision(),
        order.channel(),
        order.market(),
        order.country(),
        order.placedAt(),
        order.status(),
        order.currency(),
        order.lines(),
        order.total(),
        order.returned(),
        order.lastReturnAt(),
        deliveredAt,
        null);
  }

  private static String balance(UUID tenant) {
    JsonPath member = get(tenant, "");
    return "%d available, %d pending, %d open"
        .formatted(
            member.getLong("balance.available"),
            member.getLong("balance.pending"),
            member.getLong("openLots"));
  }

  private static JsonPath get(UUID tenant, String path) {
    String member = Ids.show("cus", Facts.BUYER);
    return read(token(tenant, "loyalty:read"), "/v1/members/" + member + path);
  }

  private static JsonPath read(String token, String path) {
    return given().auth().oauth2(token).get(path).then().statusCode(200).extract().jsonPath();
  }
}
