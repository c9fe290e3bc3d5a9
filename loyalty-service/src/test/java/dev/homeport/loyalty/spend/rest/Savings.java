package dev.homeport.loyalty.spend.rest;

import dev.homeport.loyalty.journal.Facts;
import dev.homeport.loyalty.journal.Programmes;
import dev.homeport.loyalty.journal.store.LedgerFixture;
import dev.homeport.loyalty.journal.store.MemberIntake;
import dev.homeport.platform.identity.IdentityMapped;
import dev.homeport.platform.tenant.CurrentTenant;
import dev.homeport.platform.testing.TestTenants;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** What members have before they spend it. */
@ApplicationScoped
class Savings {
  static final UUID OTHER = new UUID(1, 2);
  static final Instant YESTERDAY =
      Instant.now().minus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);

  private final LedgerFixture ledger;
  private final MemberIntake identities;
  private final CurrentTenant tenant;

  Savings(LedgerFixture ledger, MemberIntake identities, CurrentTenant tenant) {
    this.ledger = ledger;
    this.identities = identities;
    this.tenant = tenant;
  }

  /** A merchant whose member has a hundred points, for a year. */
  UUID hundred() {
    UUID merchant = TestTenants.create();
    ledger.run(merchant, Programmes.document("unlimited", Programmes.YEAR));
    order(merchant, Facts.BUYER, new UUID(7, 1), 1, YESTERDAY, "paid", "100", "0");
    return merchant;
  }

  void order(
      UUID merchant,
      UUID buyer,
      UUID id,
      long revision,
      Instant placedAt,
      String status,
      String total,
      String returned) {
    ledger.take(
        merchant, List.of(Facts.order(buyer, id, revision, placedAt, status, total, returned)));
  }

  /** Since so many minutes after a moment three days ago. */
  void map(UUID merchant, UUID identity, UUID customer, int epoch, long minutes) {
    long since = ChronoUnit.MICROS.between(Instant.EPOCH, YESTERDAY.minus(2, ChronoUnit.DAYS));
    long revision = since + Duration.ofMinutes(minutes).toNanos() / 1_000;
    tenant.run(
        merchant,
        () ->
            QuarkusTransaction.requiringNew()
                .run(
                    () ->
                        identities.take(
                            List.of(new IdentityMapped(identity, customer, epoch, revision)))));
  }
}
