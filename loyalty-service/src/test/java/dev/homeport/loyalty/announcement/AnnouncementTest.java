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
import dev.homeport.loyalty.journal.store.MemberIntake;
import dev.homeport.platform.database.Database;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.identity.IdentityMapped;
import dev.homeport.platform.privacy.Holding;
import dev.homeport.platform.tenant.CurrentTenant;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestTenants;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever moves members, others hear of it once, and hold in the end what the API says. */
@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class AnnouncementTest {
  private static final int BUYERS = 5;
  private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  private static final String CLUB =
      """
      {"key": "club", "currencies": {"EUR": {"earn": "1", "burn": "0.02"}}, "rounding": "floor",
       "rules": [{"key": "base", "points": {"type": "rate"}}], "overdraft": "50",
       "tiers": {"basis": "orders", "period": {"type": "rolling", "months": 12},
         "up": "at-once", "down": "one-step",
         "levels": [{"key": "silver", "name": "Silver", "from": "2"},
           {"key": "gold", "name": "Gold", "from": "4"}]}}""";

  @Inject LedgerFixture ledger;
  @Inject MemberIntake identities;
  @Inject CurrentTenant tenant;
  @Inject Database database;
  @Inject @All List<Holding> holdings;

  private UUID merchant = UUID.randomUUID();
  private int moves;
  private final Map<UUID, UUID> owners = new HashMap<>();

  @Test
  void what_was_told_last_is_what_the_api_says_and_nothing_is_told_twice() {
    int changes = 0;
    for (long seed = 0; seed < 2; seed++) {
      begin(CLUB);
      var random = new Random(seed);
      List<UUID> buyers =
          IntStream.range(0, BUYERS)
              .mapToObj(_ -> new UUID(random.nextLong(), random.nextLong()))
              .toList();
      List<Fact> facts = new ArrayList<>();
      for (int round = 0; round < 3; round++) {
        for (int i = 0; i < 22; i++) {
          happen(random, buyers, facts);
        }
        told();
        ToldMembers told = ToldMembers.of(merchant);
        Map<UUID, MemberChanged> held = told.held();
        Map<UUID, String> tiers = told.tiersByChanges();
        for (UUID buyer : buyers) {
          String as = "seed %d, round %d, %s".formatted(seed, round, buyer);
          assertThat(shown(held.get(buyer))).as(as).isEqualTo(read(buyer));
          assertThat(tiers.getOrDefault(buyer, "")).as(as).isEqualTo(tier(held.get(buyer)));
        }
        buyers.forEach(buyer -> move(buyer, owners.getOrDefault(buyer, buyer)));
        facts.forEach(fact -> ledger.take(merchant, List.of(fact)));
        told();
        assertThat(ToldMembers.of(merchant).states())
            .as("seed %d, round %d: nothing is different", seed, round)
            .isEqualTo(told.states());
      }
      changes += ToldMembers.of(merchant).tiers().size();
    }
    assertThat(changes).as("changes of tiers").isGreaterThan(8);
  }

  @Test
  void an_order_is_told_once_for_each_member_with_its_worth_and_a_known_one_not_at_all() {
    begin(CLUB);
    Fact order = order(Facts.BUYER, 1, NOW.minusSeconds(60), 100);
    ledger.take(merchant, List.of(order, order(Facts.BUYER, 2, NOW.minusSeconds(50), 50)));
    told();
    ledger.take(merchant, List.of(order));
    told();

    ToldMembers told = ToldMembers.of(merchant);

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
    begin(CLUB);
    ledger.take(
        merchant,
        List.of(
            order(Facts.BUYER, 1, NOW.minus(30, ChronoUnit.DAYS), 100),
            order(Facts.BUYER, 2, NOW.minus(20, ChronoUnit.DAYS), 100)));
    told();

    ToldMembers told = ToldMembers.of(merchant);

    assertThat(told.states()).extracting(MemberChanged::backfill).containsExactly(true);
    assertThat(told.tiers()).extracting(TierChanged::backfill).containsExactly(true);
  }

  @Test
  void who_has_become_part_of_another_has_nothing_until_the_merge_is_reversed() {
    begin(CLUB);
    UUID other = new UUID(2, 2);
    ledger.take(merchant, List.of(order(Facts.BUYER, 1, NOW.minusSeconds(90), 100)));
    ledger.take(merchant, List.of(order(other, 2, NOW.minusSeconds(80), 30)));
    told();

    move(other, Facts.BUYER);
    told();
    Map<UUID, MemberChanged> merged = ToldMembers.of(merchant).held();
    assertThat(merged.get(Facts.BUYER).available()).isEqualTo(130);
    assertThat(merged.get(other).blank()).isTrue();

    move(other, other);
    told();
    Map<UUID, MemberChanged> apart = ToldMembers.of(merchant).held();
    assertThat(apart.get(Facts.BUYER).available()).isEqualTo(100);
    assertThat(apart.get(other).available()).isEqualTo(30);
  }

  @Test
  void time_moves_tiers_and_points_and_is_told_with_its_moments() {
    begin(
        CLUB.replace(
            "\"overdraft\": \"50\",",
            """
            "overdraft": "50", "expiry": {"type": "rolling", "months": 24},
            "usable": {"type": "after-order", "days": 30},"""));
    Instant second = NOW.minusSeconds(3_600);
    ledger.take(
        merchant,
        List.of(
            order(Facts.BUYER, 1, NOW.minusSeconds(7_200), 100),
            order(Facts.BUYER, 2, second, 40)));
    told();
    assertThat(ToldMembers.of(merchant).states().getLast())
        .satisfies(state -> assertThat(state.pending()).isEqualTo(140));

    SandboxClock.ahead(merchant, Duration.ofDays(400));
    told();

    ToldMembers told = ToldMembers.of(merchant);
    assertThat(told.states().getLast().available()).isEqualTo(140);
    assertThat(told.states().getLast().pending()).isZero();
    assertThat(told.tiers()).extracting(TierChanged::reason).containsExactly("member", "time");
    TierChanged lost = told.tiers().getLast();
    assertThat(lost.to()).isNull();
    assertThat(lost.at()).isBetween(NOW.plus(364, ChronoUnit.DAYS), NOW.plus(367, ChronoUnit.DAYS));

    SandboxClock.ahead(merchant, Duration.ofDays(900));
    told();
    assertThat(ToldMembers.of(merchant).states().getLast().available()).isZero();
  }

  @Test
  void a_new_version_of_the_rules_moves_everybody_whether_or_not_anybody_buys() {
    begin(CLUB);
    ledger.take(
        merchant,
        List.of(
            order(Facts.BUYER, 1, NOW.minus(30, ChronoUnit.DAYS), 100),
            order(Facts.BUYER, 2, NOW.minus(20, ChronoUnit.DAYS), 100)));
    told();
    ledger.execute(
        merchant,
        """
        insert into programme_version (tenant_id, programme_id, number, state, document, time_zone,
          starts_at, approved_by, approved_at)
        select tenant_id, programme_id, 2, 'approved', '%s', 'UTC', now() + interval '5 days',
          'test', now() from programme"""
            .formatted(CLUB.replace("\"from\": \"2\"", "\"from\": \"3\"").replace("0.02", "0.03")));
    SandboxClock.ahead(merchant, Duration.ofDays(6));

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(ToldMembers.of(merchant).states()).hasSize(2));
    ToldMembers told = ToldMembers.of(merchant);
    assertThat(told.states().getLast().pointValue())
        .hasToString("Amount[amount=0.03, currency=EUR]");
    assertThat(told.states().getLast().tier()).isNull();
    assertThat(told.tiers().getLast().reason()).isEqualTo("programme");
    assertThat(told.tiers().getLast().backfill()).isTrue();
  }

  @Test
  void everything_is_published_again_under_its_revision_as_nothing_to_act_on() {
    begin(CLUB);
    for (int buyer = 1; buyer <= 3; buyer++) {
      ledger.take(merchant, List.of(order(new UUID(3, buyer), buyer, NOW.minusSeconds(60), 10)));
    }
    told();
    List<MemberChanged> first = ToldMembers.of(merchant).states();
    assertThat(first).hasSize(3);

    String job =
        given()
            .auth()
            .oauth2(TestTokens.token(merchant, "admin:write"))
            .post("/v1/loyalty-service/admin/republish")
            .then()
            .statusCode(202)
            .extract()
            .path("id");
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> "succeeded".equals(admin("/jobs/" + job).getString("status")));
    assertThat(admin("/jobs/" + job).getInt("succeeded")).isEqualTo(3);

    List<MemberChanged> again = ToldMembers.of(merchant).states();
    assertThat(again)
        .hasSize(6)
        .containsAll(first)
        .containsAll(
            first.stream().map(state -> state.told(state.at(), state.revision(), true)).toList());
    given()
        .auth()
        .oauth2(TestTokens.token(merchant, "loyalty:write"))
        .post("/v1/loyalty-service/admin/republish")
        .then()
        .statusCode(403);
  }

  @Test
  void what_was_told_of_a_person_is_among_what_the_person_can_ask_for() {
    begin(CLUB);
    ledger.take(merchant, List.of(order(Facts.BUYER, 1, NOW.minusSeconds(60), 70)));
    told();

    Holding members =
        holdings.stream().filter(one -> one.name().equals("members")).findFirst().orElseThrow();
    List<String> rows =
        tenant.call(
            merchant,
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

  private void begin(String document) {
    merchant = TestTenants.create();
    moves = 0;
    owners.clear();
    ledger.run(merchant, document);
  }

  private void happen(Random random, List<UUID> buyers, List<Fact> facts) {
    UUID buyer = buyers.get(random.nextInt(buyers.size()));
    switch (random.nextInt(8)) {
      case 0 -> {
        move(buyer, buyers.get(random.nextInt(buyers.size())));
      }
      case 1 -> {
        if (!facts.isEmpty()) {
          ledger.take(merchant, List.of(facts.get(random.nextInt(facts.size()))));
        }
      }
      case 2 -> spend(buyer, 1 + random.nextInt(60));
      case 3 ->
          ledger.take(
              merchant,
              List.of(
                  Facts.freeReturn(
                      buyer,
                      new UUID(random.nextLong(), 9),
                      1,
                      NOW.minus(random.nextInt(300), ChronoUnit.DAYS),
                      String.valueOf(random.nextInt(80)),
                      false)));
      default -> {
        int total = random.nextInt(80);
        Fact order =
            Facts.order(
                buyer,
                new UUID(buyer.getMostSignificantBits(), random.nextInt(12)),
                1 + random.nextInt(50),
                NOW.minus(random.nextInt(500), ChronoUnit.DAYS),
                random.nextInt(6) == 0 ? "cancelled" : "paid",
                String.valueOf(total),
                random.nextInt(3) == 0 ? String.valueOf(total / 2) : "0");
        facts.add(order);
        ledger.take(merchant, List.of(order));
      }
    }
  }

  private static Fact order(UUID buyer, int number, Instant placedAt, int total) {
    return Facts.order(buyer, new UUID(9, number), 1, placedAt, "paid", String.valueOf(total), "0");
  }

  /** Each move is a minute after the one before, some days ago. */
  private void move(UUID identity, UUID customer) {
    moves++;
    owners.put(identity, customer);
    Instant at = NOW.minus(9, ChronoUnit.DAYS).plusSeconds(60L * moves);
    long revision = ChronoUnit.MICROS.between(Instant.EPOCH, at);
    tenant.run(
        merchant,
        () ->
            QuarkusTransaction.requiringNew()
                .run(
                    () ->
                        identities.take(
                            List.of(new IdentityMapped(identity, customer, 1 + moves, revision)))));
  }

  /** Some have too few points. */
  private void spend(UUID customer, int points) {
    given()
        .auth()
        .oauth2(TestTokens.token(merchant, "loyalty:write"))
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .contentType("application/json")
        .body(
            "{\"customerId\": \"%s\", \"points\": %d}".formatted(Ids.show("cus", customer), points))
        .post("/v1/redemptions");
  }

  /** Waits until nobody is left to be told of. */
  private void told() {
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> ledger.number(merchant, "select count(*) from member_change") == 0);
  }

  private JsonPath admin(String path) {
    return given()
        .auth()
        .oauth2(TestTokens.token(merchant, "admin:read"))
        .get("/v1/loyalty-service" + path)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static String shown(MemberChanged state) {
    return state == null
        ? "0 0 0 0 0  null null"
        : "%d %d %d %d %d %s %s %s"
            .formatted(
                state.pending(),
                state.available(),
                state.held(),
                state.owed(),
                state.earned(),
                tier(state),
                state.tier() == null ? null : state.tier().since(),
                state.tier() == null ? null : state.tier().until());
  }

  private static String tier(MemberChanged state) {
    return state == null || state.tier() == null ? "" : state.tier().key();
  }

  /** What the API says; nothing of those who are no member. */
  private String read(UUID customer) {
    String path = "/v1/members/" + Ids.show("cus", customer);
    var answer = given().auth().oauth2(TestTokens.token(merchant, "loyalty:read")).get(path);
    if (answer.statusCode() == 404) {
      return shown(null);
    }
    JsonPath member = answer.jsonPath();
    JsonPath tier =
        given()
            .auth()
            .oauth2(TestTokens.token(merchant, "loyalty:read"))
            .get(path + "/tier")
            .jsonPath();
    return "%d %d %d %d %d %s %s %s"
        .formatted(
            member.getLong("balance.pending"),
            member.getLong("balance.available"),
            member.getLong("balance.held"),
            member.getLong("balance.owed"),
            member.getLong("lifetime.earned"),
            tier.getString("tier") == null ? "" : tier.getString("tier"),
            tier.getString("since"),
            tier.getString("until"));
  }
}
