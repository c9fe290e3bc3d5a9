package dev.homeport.loyalty.spend.rest;

import static dev.homeport.loyalty.spend.rest.Caller.CUSTOMER;
import static dev.homeport.loyalty.spend.rest.Caller.body;
import static dev.homeport.loyalty.spend.rest.Caller.bodyFor;
import static dev.homeport.loyalty.spend.rest.Savings.OTHER;
import static dev.homeport.loyalty.spend.rest.Savings.YESTERDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.homeport.loyalty.journal.Facts;
import dev.homeport.loyalty.journal.store.LedgerFixture;
import dev.homeport.loyalty.replay.Replays;
import dev.homeport.platform.testing.ServiceEnvironment;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Spends at once, and of several identities of a member. */
@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class SpendingTogetherTest {
  @Inject Savings savings;
  @Inject LedgerFixture ledger;

  private UUID merchant;
  private Caller caller;

  @BeforeEach
  void aMemberWithAHundredPoints() {
    merchant = savings.hundred();
    caller = new Caller(merchant);
  }

  @Test
  void sixtyFourWhoSpendAtOnceNeverOverdraw() throws Exception {
    savings.order(
        merchant, OTHER, new UUID(7, 2), 1, YESTERDAY.minusSeconds(60), "paid", "200", "0");
    savings.map(merchant, OTHER, Facts.BUYER, 2, 1);
    int spent = 0;
    int refused = 0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = new ArrayList<Future<Integer>>();
      for (int i = 0; i < 64; i++) {
        String path = i % 2 == 0 ? "/v1/redemptions" : "/v1/holds";
        answers.add(
            threads.submit(() -> caller.post(path, body(CUSTOMER, 7)).extract().statusCode()));
      }
      for (Future<Integer> answer : answers) {
        switch (answer.get()) {
          case 201 -> spent++;
          case 409 -> refused++;
          default -> throw new AssertionError("answered " + answer.get());
        }
      }
    }
    assertThat(spent).isEqualTo(42);
    assertThat(refused).isEqualTo(22);
    assertThat(ledger.number(merchant, "select sum(available + owed) from account")).isEqualTo(6);
    assertThat(ledger.number(merchant, "select min(available) from account")).isNotNegative();
    assertThat(ledger.number(merchant, "select sum(held) from account"))
        .isEqualTo(7 * ledger.number(merchant, "select count(*) from spend where state = 'held'"));
    assertThat(Replays.drift(merchant)).isZero();
  }

  @Test
  void whoSpentThePointsOfOthersBearsItWhenTheyWereNeverOneMember() {
    savings.order(
        merchant, OTHER, new UUID(7, 2), 1, YESTERDAY.minus(9, ChronoUnit.DAYS), "paid", "50", "0");
    savings.map(merchant, OTHER, Facts.BUYER, 2, 1);
    caller.get("/v1/members/" + CUSTOMER).body("balance.available", equalTo(150));
    caller.post("/v1/redemptions", body(CUSTOMER, 120)).statusCode(201);
    caller.balance(30, 0);
    assertThat(ledger.number(merchant, "select count(*) from spend_part")).isEqualTo(2);

    savings.map(merchant, OTHER, OTHER, 3, 2);

    caller.get("/v1/members/" + CUSTOMER).body("balance.available", equalTo(-20));
    caller.get("/v1/members/cus_" + OTHER).body("balance.available", equalTo(50));
    assertThat(Replays.drift(merchant)).isZero();
  }

  /** Orders, returns, spends and moves at once: what is stored is what the journal gives. */
  @Test
  void whateverHappensTheJournalGivesWhatIsStored() {
    int epoch = 2;
    for (long seed = 0; seed < 3; seed++) {
      var random = new Random(seed);
      for (int i = 0; i < 60; i++) {
        UUID buyer = random.nextBoolean() ? Facts.BUYER : OTHER;
        switch (random.nextInt(6)) {
          case 0, 1 -> {
            int which = random.nextInt(6);
            savings.order(
                merchant,
                buyer,
                new UUID(seed, buyer.getLeastSignificantBits() * 10 + which),
                random.nextInt(100),
                YESTERDAY.minus(which * 50L, ChronoUnit.DAYS),
                random.nextInt(5) == 0 ? "cancelled" : "paid",
                String.valueOf(60 + random.nextInt(60)),
                String.valueOf(random.nextInt(60)));
          }
          case 2 -> {
            int which = random.nextInt(4);
            ledger.take(
                merchant,
                List.of(
                    Facts.freeReturn(
                        buyer,
                        new UUID(seed, buyer.getLeastSignificantBits() * 10 + 6 + which),
                        random.nextInt(100),
                        YESTERDAY.minus(which * 70L, ChronoUnit.DAYS),
                        String.valueOf(random.nextInt(40)),
                        random.nextInt(3) == 0)));
          }
          case 3 -> {
            savings.map(merchant, OTHER, random.nextBoolean() ? OTHER : Facts.BUYER, epoch, epoch);
            epoch++;
          }
          case 4 -> {
            UUID paid = new UUID(seed, buyer.getLeastSignificantBits() * 10 + random.nextInt(6));
            caller.post("/v1/redemptions", bodyFor(paid, 1 + random.nextInt(60)));
          }
          default -> {
            ValidatableResponse hold =
                caller.post("/v1/holds", body(CUSTOMER, 1 + random.nextInt(60)));
            if (hold.extract().statusCode() == 201 && random.nextBoolean()) {
              String id = hold.extract().path("id");
              caller
                  .post("/v1/holds/" + id + (random.nextBoolean() ? "/capture" : "/release"), "")
                  .statusCode(200);
            }
          }
        }
      }
      assertThat(Replays.drift(merchant)).as("seed %d", seed).isZero();
      assertThat(
              ledger.number(
                  merchant,
                  """
                  select count(*) from account a where a.held <> (
                    select coalesce(sum(p.points), 0) from spend_part p
                    where p.identity_id = a.identity_id and p.use = 'held')"""))
          .as("seed %d", seed)
          .isZero();
      assertThat(
              ledger.number(
                  merchant,
                  """
                  select count(*) from spend s where s.state in ('held', 'redeemed')
                    and s.points - s.returned_points <> (
                      select coalesce(sum(p.points), 0) from spend_part p
                      where p.spend_id = s.spend_id)"""))
          .as("seed %d", seed)
          .isZero();
    }
  }
}
