package dev.homeport.loyalty.migration.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.homeport.loyalty.Events;
import dev.homeport.loyalty.journal.store.LedgerFixture;
import dev.homeport.loyalty.replay.Replays;
import dev.homeport.platform.id.KeyedIds;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestTenants;
import dev.homeport.platform.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class MemberImportsTest {
  private static final String NDJSON = "application/x-ndjson";

  @Inject LedgerFixture ledger;
  @Inject KeyedIds keyedIds;

  private UUID merchant;

  @BeforeEach
  void aProgrammeWithTiers() {
    merchant = TestTenants.create();
    ledger.run(
        merchant,
        """
        {"key": "points", "currencies": {"EUR": {"earn": "1"}}, "rounding": "floor",
         "rules": [{"key": "base", "points": {"type": "rate"}}],
         "expiry": {"type": "rolling", "months": 24},
         "tiers": {"basis": "points", "period": {"type": "rolling", "months": 12}, "up": "at-once",
           "down": "to-fit", "levels": [{"key": "silver", "from": "500"}]}}""");
  }

  @Test
  void membersBringPointsAndATier() {
    JsonPath job =
        imported(
            """
            {"channel": "shop", "externalId": "b-1", "lots": [{"points": 1200, "expiresAt":\
             "2090-12-31T23:00:00Z"}, {"points": 80}, {"points": 20, "usableFrom":\
             "2090-01-01T00:00:00Z", "expiresAt": "2091-01-01T00:00:00Z"}],\
             "tier": {"key": "silver", "since": "2026-02-01T00:00:00Z", "progress": "460"}}
            """,
            NDJSON);
    assertThat(job.getInt("result.new")).isEqualTo(1);

    get("").body("balance.available", equalTo(1280)).body("balance.pending", equalTo(20));
    get("/tier")
        .body("tier", equalTo("silver"))
        .body("since", equalTo("2026-02-01T00:00:00Z"))
        .body("missingToStay", equalTo("40"));
    get("/lots").body("items.size", contains(80, 1200, 20)).body("items[0].orderId", nullValue());
    get("/entries?limit=1").body("items[0].cause.type", equalTo("migration"));
    assertThat(Replays.drift(merchant)).isZero();
  }

  @Test
  void whatIsSentAgainChangesNothingAndWhatIsCorrectedReplaces() {
    String file =
        """
        channel,externalId,points,expiresAt,tier,tierSince,tierProgress
        shop,b-1,1200,2090-12-31T23:00:00Z,silver,2026-02-01T00:00:00Z,640
        shop,b-1,80,,,,
        shop,b-2,10,,,,
        """;
    assertThat(imported(file, "text/csv").getInt("result.new")).isEqualTo(2);
    get("").body("balance.available", equalTo(1280));

    assertThat(imported(file, "text/csv").getInt("result.unchanged")).isEqualTo(2);
    get("").body("balance.available", equalTo(1280));

    JsonPath corrected = imported(file.replace("b-1,80", "b-1,90"), "text/csv");
    assertThat(corrected.getInt("result.revised")).isEqualTo(1);
    assertThat(corrected.getInt("result.unchanged")).isEqualTo(1);
    get("").body("balance.available", equalTo(1290)).body("lifetime.earned", equalTo(1290));
    assertThat(Replays.drift(merchant)).isZero();
  }

  @Test
  void aCustomerIsNamedInsteadAndHasEverythingTogether() {
    UUID buyer = buyer();
    UUID customer = UUID.randomUUID();
    Events.send(merchant, Events.order(UUID.randomUUID(), buyer, 1, "70", "0"));
    Events.map(merchant, buyer, customer, 1);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> caller().get("/v1/members/cus_" + customer).statusCode() == 200);
    imported(
        "{\"customerId\": \"cus_%s\", \"lots\": [{\"points\": 5}]}".formatted(customer), NDJSON);
    caller()
        .get("/v1/members/cus_" + customer)
        .then()
        .body("balance.available", equalTo(75))
        .body("lifetime.earned", equalTo(75));
  }

  /** Each by the identity by which it was known first, if it is still the customer's. */
  @Test
  void manyCustomersOfOneFileAreFoundTogether() {
    UUID adopted = new UUID(5, 1);
    UUID home = new UUID(5, 2);
    UUID joined = new UUID(5, 3);
    UUID customer = new UUID(5, 9);
    ledger.execute(
        merchant,
        """
        insert into identity (tenant_id, identity_id, customer_id)
        select '%1$s'::uuid, m.* from (values ('%2$s'::uuid, '%5$s'::uuid),
          ('%3$s'::uuid, '%3$s'::uuid), ('%4$s'::uuid, '%3$s'::uuid)) m"""
            .formatted(merchant, adopted, home, joined, customer));
    JsonPath job =
        imported(
            """
            {"customerId": "cus_%s", "lots": [{"points": 5}]}
            {"customerId": "cus_%s", "lots": [{"points": 6}]}
            {"customerId": "cus_%s", "lots": [{"points": 7}]}
            {"customerId": "cus_%s", "lots": [{"points": 5}]}
            """
                .formatted(customer, home, joined, customer),
            NDJSON);
    assertThat(job.getInt("result.new")).isEqualTo(2);
    assertThat(job.getInt("result.unchanged")).isEqualTo(1);
    assertThat(job.getInt("result.failed")).isEqualTo(1);
    assertThat(
            ledger.texts(
                merchant, "select identity_id || ' ' || available from account order by 1"))
        .containsExactly(adopted + " 5", home + " 6");
  }

  @Test
  void badLinesAreReportedAndDoNotStopTheOthers() {
    JsonPath job =
        imported(
            """
            {"channel": "shop", "externalId": "b-1", "lots": [{"points": 7}]}
            {"channel": "shop", "externalId": "b-2", "lots": [{"points": 0}]}
            {"channel": "shop", "lots": [{"points": 1}]}
            {"channel": "shop", "externalId": "b-3", "programme": "none", "lots": [{"points": 1}]}
            {"channel": "shop", "externalId": "b-4", "lots": [{"points": 1, "expiresAt": "2020-01-01T00:00:00Z"}]}
            {"channel": "shop", "externalId": "b-5", "tier": {"key": "gold", "since": "2026-02-01T00:00:00Z"}}
            {"channel": "shop", "externalId": "b-6", "tier": {"key": "silver", "since": "2090-02-01T00:00:00Z"}}
            {"customerId": "cus_0193b2f0-6d1c-7c35-9f0e-3a5a0f7c2b41", "lots": [{"points": 1}]}
            {"channel": "shop", "externalId": "b-7", "colour": "red"}
            """,
            NDJSON);
    assertThat(job.getInt("result.new")).isEqualTo(1);
    assertThat(job.getInt("result.failed")).isEqualTo(8);
    get("").body("balance.available", equalTo(7));
    String errors = caller().get(job.getString("errors.href")).asString();
    assertThat(errors.lines().map(line -> line.substring(0, 9)))
        .containsExactlyInAnyOrder(
            IntStream.rangeClosed(2, 9)
                .mapToObj(line -> "{\"line\":" + line)
                .toArray(String[]::new));
    assertThat(errors).contains("member-not-found", "/tier/key", "/lots/0/expiresAt", "/colour");
    assertThat(imported("channel,colour\nshop,red\n", "text/csv").getInt("result.failed"))
        .isEqualTo(1);
  }

  private UUID buyer() {
    return keyedIds.identity(merchant, "shop", "b-1");
  }

  private JsonPath imported(String file, String type) {
    String location =
        given()
            .auth()
            .oauth2(TestTokens.token(merchant, "loyalty:write"))
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .contentType(type)
            .body(file.getBytes(StandardCharsets.UTF_8))
            .post("/v1/member-imports")
            .then()
            .statusCode(202)
            .extract()
            .header("Location");
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> caller().get(location).jsonPath().getString("status"),
            status -> !status.equals("queued") && !status.equals("running"));
    return caller().get(location).jsonPath();
  }

  private RequestSpecification caller() {
    return given().auth().oauth2(TestTokens.token(merchant, "loyalty:read loyalty:write"));
  }

  private ValidatableResponse get(String path) {
    return caller().get("/v1/members/cus_" + buyer() + path).then().statusCode(200);
  }
}
