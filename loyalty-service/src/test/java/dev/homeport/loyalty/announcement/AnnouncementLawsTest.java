package dev.homeport.loyalty.announcement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.loyalty.contract.MemberChanged;
import dev.homeport.loyalty.fact.Fact;
import dev.homeport.loyalty.journal.Facts;
import dev.homeport.loyalty.journal.store.LedgerFixture;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever moves members, others hear of it once, and hold in the end what the API says. */
@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class AnnouncementLawsTest {
  private static final int BUYERS = 5;

  @Inject Club club;
  @Inject LedgerFixture ledger;

  @Test
  void what_was_told_last_is_what_the_api_says_and_nothing_is_told_twice() {
    int changes = 0;
    for (long seed = 0; seed < 2; seed++) {
      club.begin(Club.DOCUMENT);
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
        club.told();
        ToldMembers told = ToldMembers.of(club.merchant());
        Map<UUID, MemberChanged> held = told.held();
        Map<UUID, String> tiers = told.tiersByChanges();
        for (UUID buyer : buyers) {
          String as = "seed %d, round %d, %s".formatted(seed, round, buyer);
          assertThat(shown(held.get(buyer))).as(as).isEqualTo(read(buyer));
          assertThat(tiers.getOrDefault(buyer, "")).as(as).isEqualTo(tier(held.get(buyer)));
        }
        buyers.forEach(buyer -> club.move(buyer, club.owner(buyer)));
        facts.forEach(fact -> ledger.take(club.merchant(), List.of(fact)));
        club.told();
        assertThat(ToldMembers.of(club.merchant()).states())
            .as("seed %d, round %d: nothing is different", seed, round)
            .isEqualTo(told.states());
      }
      changes += ToldMembers.of(club.merchant()).tiers().size();
    }
    assertThat(changes).as("changes of tiers").isGreaterThan(8);
  }

  private void happen(Random random, List<UUID> buyers, List<Fact> facts) {
    UUID buyer = buyers.get(random.nextInt(buyers.size()));
    switch (random.nextInt(8)) {
      case 0 -> {
        club.move(buyer, buyers.get(random.nextInt(buyers.size())));
      }
      case 1 -> {
        if (!facts.isEmpty()) {
          ledger.take(club.merchant(), List.of(facts.get(random.nextInt(facts.size()))));
        }
      }
      case 2 -> spend(buyer, 1 + random.nextInt(60));
      case 3 ->
          ledger.take(
              club.merchant(),
              List.of(
                  Facts.freeReturn(
                      buyer,
                      new UUID(random.nextLong(), 9),
                      1,
                      Club.NOW.minus(random.nextInt(300), ChronoUnit.DAYS),
                      String.valueOf(random.nextInt(80)),
                      false)));
      default -> {
        int total = random.nextInt(80);
        Fact order =
            Facts.order(
                buyer,
                new UUID(buyer.getMostSignificantBits(), random.nextInt(12)),
                1 + random.nextInt(50),
                Club.NOW.minus(random.nextInt(500), ChronoUnit.DAYS),
                random.nextInt(6) == 0 ? "cancelled" : "paid",
                String.valueOf(total),
                random.nextInt(3) == 0 ? String.valueOf(total / 2) : "0");
        facts.add(order);
        ledger.take(club.merchant(), List.of(order));
      }
    }
  }

  /** Some have too few points. */
  private void spend(UUID customer, int points) {
    given()
        .auth()
        .oauth2(TestTokens.token(club.merchant(), "loyalty:write"))
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .contentType("application/json")
        .body(
            "{\"customerId\": \"%s\", \"points\": %d}".formatted(Ids.show("cus", customer), points))
        .post("/v1/redemptions");
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
    var answer = given().auth().oauth2(TestTokens.token(club.merchant(), "loyalty:read")).get(path);
    if (answer.statusCode() == 404) {
      return shown(null);
    }
    JsonPath member = answer.jsonPath();
    JsonPath tier =
        given()
            .auth()
            .oauth2(TestTokens.token(club.merchant(), "loyalty:read"))
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
