package dev.homeport.loyalty.member;

import dev.homeport.loyalty.fact.Fact;
import dev.homeport.loyalty.journal.store.JournalledFacts;
import dev.homeport.loyalty.programme.Versions;
import dev.homeport.loyalty.rating.Engine;
import dev.homeport.loyalty.rating.TierStanding;
import dev.homeport.loyalty.rating.Tiers;
import dev.homeport.loyalty.rating.Together;
import dev.homeport.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where members stand, worked out from all that their identities did. */
@ApplicationScoped
public class MemberTiers {
  private static final String IDENTITIES =
      "select identity_id from identity where tenant_id = ? and customer_id = ?";

  private final Database database;
  private final JournalledFacts facts;

  MemberTiers(Database database, JournalledFacts facts) {
    this.database = database;
    this.facts = facts;
  }

  /** Where a member stands at a moment; empty when the programme has no tiers then. */
  public Optional<TierStanding> standing(Versions versions, UUID customerId, Instant moment) {
    List<UUID> identities =
        database.list(
            IDENTITIES,
            to -> to.tenant().uuid(customerId),
            row -> row.getObject("identity_id", UUID.class));
    List<Fact> all = facts.of(identities).values().stream().flatMap(List::stream).toList();
    return Tiers.standing(versions, Engine.rate(versions, all, Together.ALONE), moment);
  }
}
