package dev.homeport.loyalty.replay;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homeport.loyalty.journal.RandomHistory;
import dev.homeport.loyalty.journal.store.LedgerFixture;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestTenants;
import dev.homeport.platform.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class ReplayTest {
  private static final int BUYERS = 230;

  @Inject LedgerFixture ledger;

  private UUID merchant;

  @BeforeEach
  void aMerchantWithALedger() {
    merchant = TestTenants.create();
    for (long seed = 0; seed < BUYERS; seed++) {
      ledger.take(merchant, new RandomHistory(seed).disordered());
    }
  }

  @Test
  void theJournalGivesWhatIsStored() {
    JsonPath job = replay();
    assertThat(job.getLong("result.identities")).isEqualTo(BUYERS);
    assertThat(job.getLong("result.drift")).isZero();
    assertThat(job.getString("result.storedHash"))
        .hasSize(64)
        .isEqualTo(job.getString("result.replayedHash"));
    assertThat(job.getLong("failed")).isZero();
  }

  /** What was ordered before it was there has no rating that says so; what comes then has one. */
  @Test
  void aProgrammeThatBeginsLaterIsNoDrift() {
    ledger.execute(
        merchant,
        """
        with made as (
          insert into programme (tenant_id, programme_id, key, created_at)
          select tenant_id, gen_random_uuid(), 'later', now() from programme limit 1
          returning tenant_id, programme_id)
        insert into programme_version (tenant_id, programme_id, number, state, document, time_zone,
          starts_at, submitted_by, submitted_at, approved_by, approved_at)
        select m.tenant_id, m.programme_id, 1, 'approved',
          jsonb_set(v.document, '{key}', '"later"'), v.time_zone, now() + interval '10 years',
          'a', now(), 'b', now()
        from made m, programme_version v limit 1""");
    assertThat(replay().getLong("result.drift")).isZero();
    ledger.take(merchant, new RandomHistory(BUYERS).disordered());
    assertThat(replay().getLong("result.drift")).isZero();
  }

  @Test
  void aChangedLotIsFoundAndNamed() {
    ledger.execute(
        merchant,
        """
        update lot set size = size + 1 where lot_id = (
          select lot_id from lot where size > 0 order by lot_id limit 1)""");
    JsonPath job = replay();
    assertThat(job.getLong("result.drift")).isEqualTo(1);
    assertThat(job.getString("result.storedHash"))
        .isNotEqualTo(job.getString("result.replayedHash"));
    assertThat(job.getLong("errors.count")).isEqualTo(1);
  }

  @Test
  void nothingIsWritten() {
    List<String> before = tables();
    replay();
    assertThat(tables()).isEqualTo(before);
  }

  @Test
  void everyNightComparesByItself() {
    TestTenants.clockAhead(merchant, Duration.ofDays(1));
    await()
        .atMost(Duration.ofSeconds(40))
        .until(() -> ledger.number(merchant, "select count(*) from nightly_replay") == 1);
    TestTenants.clockAhead(merchant, Duration.ofDays(30));
    await()
        .atMost(Duration.ofSeconds(40))
        .until(
            () ->
                ledger.number(
                        merchant,
                        """
                        select count(*) from job where kind = 'ledger-replay'
                          and status = 'succeeded' and result ->> 'drift' = '0'""")
                    == 1);
  }

  @Test
  void onlyAnAdministratorMayAsk() {
    given()
        .auth()
        .oauth2(TestTokens.token(merchant, "loyalty:write"))
        .post("/v1/loyalty-service/admin/replay")
        .then()
        .statusCode(403);
  }

  private List<String> tables() {
    return List.of("identity", "journal", "rating", "account", "lot", "ledger_transaction", "entry")
        .stream()
        .flatMap(
            table ->
                ledger
                    .texts(
                        merchant,
                        "select md5(string_agg(t::text || t.xmin, '' order by t::text)) from "
                            + table
                            + " t")
                    .stream())
        .toList();
  }

  private JsonPath replay() {
    String token = TestTokens.token(merchant, "admin:write admin:read");
    String location =
        given()
            .auth()
            .oauth2(token)
            .post("/v1/loyalty-service/admin/replay")
            .then()
            .statusCode(202)
            .extract()
            .header("Location");
    String path = location.substring(location.indexOf("/v1/"));
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> job(token, path).getString("status").equals("succeeded"));
    return job(token, path);
  }

  private static JsonPath job(String token, String path) {
    return given().auth().oauth2(token).get(path).then().statusCode(200).extract().jsonPath();
  }
}
