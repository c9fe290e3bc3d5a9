package dev.homeport.loyalty.announcement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homeport.loyalty.SandboxClock;
import dev.homeport.loyalty.contract.MemberChanged;
import dev.homeport.loyalty.contract.TierChanged;
import dev.homeport.loyalty.fact.Fact;
import dev.homeport.loyalty.journal.Facts;
import dev.homeport.loyalty.journal.store.LedgerFixture;
import dev.homeport.platform.database.Database;
import dev.homeport.platform.privacy.Holding;
import dev.homeport.platform.tenant.CurrentTenant;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestTokens;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What others hear of, one by one. */
@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class AnnouncementTest {
  @Inject Club club;
  @Inject LedgerFixture ledger;
  @Inject CurrentTenant tenant;
  @Inject Database database;
  @Inject @All List<Holding> holdings;

  @Test
  void an_order_is_told_once_for_each_member_with_its_worth_and_a_known_one_not_at_all() {
    club.begin(Club.DOCUMENT);
    Fact order = Club.order(Facts.BUYER, 1, Club.NOW.minusSeconds(60), 100);
    ledger.take(
        club.merchant(), List.of(order, Club.order(Facts.BUYER, 2, Club.NOW.minusSeconds(50), 50)));
    club.told();
    ledger.take(club.merchant(), List.of(order));
    club.told();

    ToldMembers told = ToldMembers.of(club.merchant());

    assertThat(told.states())
        .singleElement()
        .satisfies(
            state -> {
              assertThat(state.available()).isEqualTo(150);
              assertThat(state.main()).isTrue();
              assertThat(state.pointValue()).hasToString("Amount[amount=0.02, currency=EUR]");
              assertThat(state.backfill()).isFalse();
            });
    assertThat(told.tiers())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.reason()).isEqualTo("member");
              assertThat(change.to()).hasToString("Tier[key=silver, name=Silver, level=1]");
              assertThat(change.revision()).isEqualTo(told.states().getFirst().revision());
            });
  }

  @Test
  void history_is_told_as_such() {
    club.begin(Club.DOCUMENT);
    ledger.take(
        club.merchant(),
        List.of(
            Club.order(Facts.BUYER, 1, Club.NOW.minus(30, ChronoUnit.DAYS), 100),
            Club.order(Facts.BUYER, 2, Club.NOW.minus(20, ChronoUnit.DAYS), 100)));
    club.told();

    ToldMembers told = ToldMembers.of(club.merchant());

    assertThat(told.states()).extracting(MemberChanged::backfill).containsExactly(true);
    assertThat(told.tiers()).extracting(TierChanged::backfill).containsExactly(true);
  }

  @Test
  void who_has_become_part_of_another_has_nothing_until_the_merge_is_reversed() {
    club.begin(Club.DOCUMENT);
    UUID other = new UUID(2, 2);
    ledger.take(
        club.merchant(), List.of(Club.order(Facts.BUYER, 1, Club.NOW.minusSeconds(90), 100)));
    ledger.take(club.merchant(), List.of(Club.order(other, 2, Club.NOW.minusSeconds(80), 30)));
    club.told();

    club.move(other, Facts.BUYER);
    club.told();
    Map<UUID, MemberChanged> merged = ToldMembers.of(club.merchant()).held();
    assertThat(merged.get(Facts.BUYER).available()).isEqualTo(130);
    assertThat(merged.get(other).blank()).isTrue();

    club.move(other, other);
    club.told();
    Map<UUID, MemberChanged> apart = ToldMembers.of(club.merchant()).held();
    assertThat(apart.get(Facts.BUYER).available()).isEqualTo(100);
    assertThat(apart.get(other).available()).isEqualTo(30);
  }

  @Test
  void time_moves_tiers_and_points_and_is_told_with_its_moments() {
    club.begin(
        Club.DOCUMENT.replace(
            "\"overdraft\": \"50\",",
            """
            "overdraft": "50", "expiry": {"type": "rolling", "months": 24},
            "usable": {"type": "after-order", "days": 30},"""));
    Instant second = Club.NOW.minusSeconds(3_600);
    ledger.take(
        club.merchant(),
        List.of(
            Club.order(Facts.BUYER, 1, Club.NOW.minusSeconds(7_200), 100),
            Club.order(Facts.BUYER, 2, second, 40)));
    club.told();
    assertThat(ToldMembers.of(club.merchant()).states().getLast())
        .satisfies(state -> assertThat(state.pending()).isEqualTo(140));

    SandboxClock.ahead(club.merchant(), Duration.ofDays(400));
    club.told();

    ToldMembers told = ToldMembers.of(club.merchant());
    assertThat(told.states().getLast().available()).isEqualTo(140);
    assertThat(told.states().getLast().pending()).isZero();
    assertThat(told.tiers()).extracting(TierChanged::reason).containsExactly("member", "time");
    TierChanged lost = told.tiers().getLast();
    assertThat(lost.to()).isNull();
    assertThat(lost.at())
        .isBetween(Club.NOW.plus(364, ChronoUnit.DAYS), Club.NOW.plus(367, ChronoUnit.DAYS));

    SandboxClock.ahead(club.merchant(), Duration.ofDays(900));
    club.told();
    assertThat(ToldMembers.of(club.merchant()).states().getLast().available()).isZero();
  }

  @Test
  void a_new_version_of_the_rules_moves_everybody_whether_or_not_anybody_buys() {
    club.begin(Club.DOCUMENT);
    ledger.take(
        club.merchant(),
        List.of(
            Club.order(Facts.BUYER, 1, Club.NOW.minus(30, ChronoUnit.DAYS), 100),
            Club.order(Facts.BUYER, 2, Club.NOW.minus(20, ChronoUnit.DAYS), 100)));
    club.told();
    ledger.execute(
        club.merchant(),
        """
        insert into programme_version (tenant_id, programme_id, number, state, document, time_zone,
          starts_at, approved_by, approved_at)
        select tenant_id, programme_id, 2, 'approved', '%s', 'UTC', now() + interval '5 days',
          'test', now() from programme"""
            .formatted(
                Club.DOCUMENT
                    .replace("\"from\": \"2\"", "\"from\": \"3\"")
                    .replace("0.02", "0.03")));
    SandboxClock.ahead(club.merchant(), Duration.ofDays(6));

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(ToldMembers.of(club.merchant()).states()).hasSize(2));
    ToldMembers told = ToldMembers.of(club.merchant());
    assertThat(told.states().getLast().pointValue())
        .hasToString("Amount[amount=0.03, currency=EUR]");
    assertThat(told.states().getLast().tier()).isNull();
    assertThat(told.tiers().getLast().reason()).isEqualTo("programme");
    assertThat(told.tiers().getLast().backfill()).isTrue();
  }

  @Test
  void everything_is_published_again_under_its_revision_as_nothing_to_act_on() {
    club.begin(Club.DOCUMENT);
    for (int buyer = 1; buyer <= 3; buyer++) {
      ledger.take(
          club.merchant(),
          List.of(Club.order(new UUID(3, buyer), buyer, Club.NOW.minusSeconds(60), 10)));
    }
    club.told();
    List<MemberChanged> first = ToldMembers.of(club.merchant()).states();
    assertThat(first).hasSize(3);

    String job =
        given()
            .auth()
            .oauth2(TestTokens.token(club.merchant(), "admin:write"))
            .post("/v1/loyalty-service/admin/republish")
            .then()
            .statusCode(202)
            .extract()
            .path("id");
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> "succeeded".equals(admin("/jobs/" + job).getString("status")));
    assertThat(admin("/jobs/" + job).getInt("succeeded")).isEqualTo(3);

    List<MemberChanged> again = ToldMembers.of(club.merchant()).states();
    assertThat(again)
        .hasSize(6)
        .containsAll(first)
        .containsAll(
            first.stream().map(state -> state.told(state.at(), state.revision(), true)).toList());
    given()
        .auth()
        .oauth2(TestTokens.token(club.merchant(), "loyalty:write"))
        .post("/v1/loyalty-service/admin/republish")
        .then()
        .statusCode(403);
  }

  @Test
  void what_was_told_of_a_person_is_among_what_the_person_can_ask_for() {
    club.begin(Club.DOCUMENT);
    ledger.take(
        club.merchant(), List.of(Club.order(Facts.BUYER, 1, Club.NOW.minusSeconds(60), 70)));
    club.told();

    Holding members =
        holdings.stream().filter(one -> one.name().equals("members")).findFirst().orElseThrow();
    List<String> rows =
        tenant.call(
            club.merchant(),
            () ->
                QuarkusTransaction.requiringNew()
                    .call(
                        () ->
                            database.list(
                                members.sql(),
                                to -> to.texts(List.of(Facts.BUYER, new UUID(4, 4))),
                                row -> row.getString(1))));

    assertThat(rows).singleElement().asString().contains("\"available\": 70");
  }

  private JsonPath admin(String path) {
    return given()
        .auth()
        .oauth2(TestTokens.token(club.merchant(), "admin:read"))
        .get("/v1/loyalty-service" + path)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }
}
