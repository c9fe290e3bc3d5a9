package dev.homeport.loyalty.announcement;

import static org.awaitility.Awaitility.await;

import dev.homeport.loyalty.fact.Fact;
import dev.homeport.loyalty.journal.Facts;
import dev.homeport.loyalty.journal.store.LedgerFixture;
import dev.homeport.loyalty.journal.store.MemberIntake;
import dev.homeport.platform.identity.IdentityMapped;
import dev.homeport.platform.tenant.CurrentTenant;
import dev.homeport.platform.testing.TestTenants;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A merchant with tiers, whose members others hear of. */
@Dependent
class Club {
  static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  static final String DOCUMENT =
      """
      {"key": "club", "currencies": {"EUR": {"earn": "1", "burn": "0.02"}}, "rounding": "floor",
       "rules": [{"key": "base", "points": {"type": "rate"}}], "overdraft": "50",
       "tiers": {"basis": "orders", "period": {"type": "rolling", "months": 12},
         "up": "at-once", "down": "one-step",
         "levels": [{"key": "silver", "name": "Silver", "from": "2"},
           {"key": "gold", "name": "Gold", "from": "4"}]}}""";

  private final LedgerFixture ledger;
  private final MemberIntake identities;
  private final CurrentTenant tenant;
  private final Map<UUID, UUID> owners = new HashMap<>();
  private UUID merchant = UUID.randomUUID();
  private int moves;

  Club(LedgerFixture ledger, MemberIntake identities, CurrentTenant tenant) {
    this.ledger = ledger;
    this.identities = identities;
    this.tenant = tenant;
  }

  UUID merchant() {
    return merchant;
  }

  /** Whose an identity is. */
  UUID owner(UUID identity) {
    return owners.getOrDefault(identity, identity);
  }

  void begin(String document) {
    merchant = TestTenants.create();
    moves = 0;
    owners.clear();
    ledger.run(merchant, document);
  }

  static Fact order(UUID buyer, int number, Instant placedAt, int total) {
    return Facts.order(buyer, new UUID(9, number), 1, placedAt, "paid", String.valueOf(total), "0");
  }

  /** Each move is a minute after the one before, some days ago. */
  void move(UUID identity, UUID customer) {
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

  /** Waits until nobody is left to be told of. */
  void told() {
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> ledger.number(merchant, "select count(*) from member_change") == 0);
  }
}
