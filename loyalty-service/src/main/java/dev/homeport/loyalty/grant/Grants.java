package dev.homeport.loyalty.grant;

import dev.homeport.loyalty.fact.Fact;
import dev.homeport.loyalty.fact.GrantFact;
import dev.homeport.loyalty.journal.store.FactIntake;
import dev.homeport.loyalty.journal.store.IdentityHistory;
import dev.homeport.loyalty.journal.store.JournalledFacts;
import dev.homeport.platform.database.Database;
import dev.homeport.platform.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives points, in the caller's transaction. */
@ApplicationScoped
public class Grants {
  private static final String WHOSE =
      """
      select r.identity_id, i.customer_id
      from rating r
      join identity i on i.tenant_id = r.tenant_id and i.identity_id = r.identity_id
      where r.tenant_id = ? and r.cause_id = ? and r.cause_kind = 'grant'
      limit 1""";

  private final Database database;
  private final FactIntake intake;
  private final IdentityHistory history;
  private final JournalledFacts facts;
  private final Clock clock;

  Grants(
      Database database,
      FactIntake intake,
      IdentityHistory history,
      JournalledFacts facts,
      Clock clock) {
    this.database = database;
    this.intake = intake;
    this.history = history;
    this.facts = facts;
    this.clock = clock;
  }

  /** What is to be given. */
  public record Gift(
      UUID customerId,
      String programme,
      long points,
      @Nullable Instant expiresAt,
      String reason,
      String grantedBy) {}

  /**
   * Gives points now, to the identity by which the customer was known first.
   *
   * @return empty when no identity belongs to the customer
   */
  public Optional<Grant> give(Gift gift) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return history
        .first(gift.customerId())
        .map(
            identity ->
                new GrantFact(
                    Ids.next(),
                    identity,
                    1,
                    gift.programme(),
                    now,
                    gift.points(),
                    gift.expiresAt(),
                    gift.reason(),
                    gift.grantedBy()))
        .map(
            fact -> {
              intake.take(List.of(fact));
              return new Grant(fact, gift.customerId());
            });
  }

  /** One of them. */
  public Optional<Grant> find(UUID id) {
    return database
        .find(
            WHOSE,
            to -> to.tenant().uuid(id),
            row ->
                new Owner(
                    row.getObject("identity_id", UUID.class),
                    row.getObject("customer_id", UUID.class)))
        .flatMap(owner -> find(id, owner));
  }

  private Optional<Grant> find(UUID id, Owner owner) {
    List<Fact> known =
        facts.of(List.of(owner.identityId())).getOrDefault(owner.identityId(), List.of());
    return known.stream()
        .filter(fact -> fact.id().equals(id))
        .filter(GrantFact.class::isInstance)
        .map(fact -> new Grant((GrantFact) fact, owner.customerId()))
        .findFirst();
  }

  private record Owner(UUID identityId, UUID customerId) {}
}
