package dev.homeport.loyalty.member;

import dev.homeport.loyalty.fact.Fact;
import dev.homeport.loyalty.journal.store.IdentityHistory;
import dev.homeport.loyalty.journal.store.JournalledFacts;
import dev.homeport.loyalty.programme.Versions;
import dev.homeport.loyalty.rating.Engine;
import dev.homeport.loyalty.rating.TierStanding;
import dev.homeport.loyalty.rating.Tiers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where members stand, worked out from all that their identities did. */
@ApplicationScoped
public class MemberTiers {
  private final IdentityHistory history;
  private final JournalledFacts facts;

  MemberTiers(IdentityHistory history, JournalledFacts facts) {
    this.history = history;
    this.facts = facts;
  }

  /** Where a member stands at a moment; empty when the programme has no tiers then. */
  public Optional<TierStanding> standing(Versions versions, UUID customerId, Instant moment) {
    List<UUID> identities = history.ofCustomers(List.of(customerId));
    List<Fact> all = facts.of(identities).values().stream().flatMap(List::stream).toList();
    return Tiers.standing(
        versions, Engine.rate(versions, all, history.memberships(identities)), moment);
  }
}
