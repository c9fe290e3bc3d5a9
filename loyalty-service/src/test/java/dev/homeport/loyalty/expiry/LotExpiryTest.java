package dev.homeport.loyalty.expiry;

import static dev.homeport.platform.testing.TestTokens.token;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.loyalty.SandboxClock;
import dev.homeport.loyalty.fact.Fact;
import dev.homeport.loyalty.journal.Facts;
import dev.homeport.loyalty.journal.Programmes;
import dev.homeport.loyalty.journal.RandomHistory;
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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class LotExpiryTest {
  private static final Instant YESTERDAY =
      Instant.now().minus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);

  @Inject LedgerFixture ledger;

  /** A sandbox where points live for twelve months. */
  private UUID sandbox() {
    UUID tenant = TestTenants.create();
    ledger.run(tenant, Programmes.document("unlimited", Programmes.YEAR));
    return tenant;
  }

  @Test
  void pointsExpireAtTheirMomentsWhenTheClockOfASandboxPassesThem() {
    UUID sandbox = sandbox();
    ledger.take(
        sandbox,
        List.of(
            order(new UUID(7, 1), YESTERDAY, "100"),
            order(new UUID(7, 2), YESTERDAY.minus(30, ChronoUnit.DAYS), "20")));

    SandboxClock.ahead(sandbox, Duration.ofDays(400));

    JsonPath member = get(sandbox, "");
    assertThat(member.getLong("balance.available")).isZero();
    assertThat(member.getLong("lifetime.expired")).isEqualTo(120);
    JsonPath entries = get(sandbox, "/entries?limit=2");
    assertThat(entries.getList("items.cause.type")).containsOnly("expiry");
    assertThat(entries.getList("items.points")).containsExactly(-100, -20);
    assertThat(Instant.parse(entries.getString("items[0].effectiveAt")))
        .isBetween(YESTERDAY.plus(365, ChronoUnit.DAYS), YESTERDAY.plus(366, ChronoUnit.DAYS));
  }

  @Test
  void theTimeOfAnotherTenantChangesNothing() {
    UUID other = sandbox();
    ledger.take(other, List.of(order(new UUID(7, 3), YESTERDAY, "100")));
    UUID sandbox = sandbox();

    SandboxClock.ahead(sandbox, Duration.ofDays(400));

    assertThat(get(other, "").getLong("balance.available")).isEqualTo(100);
  }

  @Test
  void whatIsStoredIsWhatTheJournalGives() {
    UUID sandbox = sandbox();
    var facts = new ArrayList<Fact>();
    LongStream.range(0, 60)
        .mapToObj(RandomHistory::new)
        .forEach(history -> facts.addAll(history.disordered()));
    List<Fact> early = facts.subList(0, facts.size() / 2);
    ledger.take(sandbox, early);
    SandboxClock.ahead(sandbox, Duration.ofDays(1));
    assertThat(ledger.number(sandbox, "select count(*) from journal where kind = 'expiry'"))
        .isPositive();
    ledger.take(sandbox, facts.subList(facts.size() / 2, facts.size()));
    SandboxClock.ahead(sandbox, Duration.ofDays(2));

    assertThat(Replays.drift(sandbox)).isZero();
    assertThat(ledger.number(sandbox, "select coalesce(sum(available), 0) from account"))
        .isLessThanOrEqualTo(0);
  }

  private static JsonPath get(UUID tenant, String path) {
    String member = Ids.show("cus", Facts.BUYER);
    return read(token(tenant, "loyalty:read"), "/v1/members/" + member + path);
  }

  private static JsonPath read(String token, String path) {
    return given().auth().oauth2(token).get(path).then().statusCode(200).extract().jsonPath();
  }

  private static Fact order(UUID id, Instant placedAt, String total) {
    return Facts.order(Facts.BUYER, id, 1, placedAt, "placed", total, "0");
  }
}
