package dev.homeport.loyalty.announcement;

import dev.homeport.loyalty.contract.MemberChanged;
import dev.homeport.loyalty.fact.Fact;
import dev.homeport.loyalty.journal.store.IdentityHistory;
import dev.homeport.loyalty.journal.store.JournalledFacts;
import dev.homeport.loyalty.programme.TierLadder;
import dev.homeport.loyalty.rating.Engine;
import dev.homeport.loyalty.rating.Memberships;
import dev.homeport.loyalty.rating.Rated;
import dev.homeport.loyalty.rating.TierStanding;
import dev.homeport.loyalty.rating.Tiers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The tiers of many members, from all that their identities did, which is read at once. */
@ApplicationScoped
class Standings {
  private final IdentityHistory history;
  private final JournalledFacts facts;

  Standings(IdentityHistory history, JournalledFacts facts) {
    this.history = history;
    this.facts = facts;
  }

  /**
   * Where members stand; nobody where a programme has no tiers then.
   *
   * @param identities of each customer
   */
  Map<MemberKey, Standing> of(Collection<Look> looks, Map<UUID, List<UUID>> identities) {
    List<Look> tiered = looks.stream().filter(look -> ladder(look) != null).toList();
    if (tiered.isEmpty()) {
      return Map.of();
    }
    Set<UUID> all =
        tiered.stream().flatMap(look -> own(look, identities).stream()).collect(Collectors.toSet());
    Map<UUID, List<Fact>> known = facts.of(all);
    Memberships together = history.memberships(all);
    var standings = new HashMap<MemberKey, Standing>();
    for (Look look : tiered) {
      List<Fact> mine =
          own(look, identities).stream()
              .flatMap(identity -> known.getOrDefault(identity, List.of()).stream())
              .toList();
      standing(look, Engine.rate(look.programme(), mine, together))
          .ifPresent(standing -> standings.put(look.key(), standing));
    }
    return standings;
  }

  private static List<UUID> own(Look look, Map<UUID, List<UUID>> identities) {
    return identities.getOrDefault(look.customerId(), List.of());
  }

  private static Optional<Standing> standing(Look look, List<Rated> ratings) {
    TierLadder ladder = ladder(look);
    Instant next = firstAfter(ratings, look.moment());
    return ladder == null
        ? Optional.empty()
        : Tiers.standing(look.programme(), ratings, look.moment())
            .map(at -> new Standing(tier(ladder, at), sooner(at.look(), next)));
  }

  private static @Nullable TierLadder ladder(Look look) {
    return look.programme()
        .at(look.moment())
        .map(version -> version.document().tiers())
        .orElse(null);
  }

  private static MemberChanged.@Nullable Tier tier(TierLadder ladder, TierStanding at) {
    for (int level = 1; level <= ladder.levels().size(); level++) {
      TierLadder.Level one = ladder.levels().get(level - 1);
      if (one.key().equals(at.tier()) && at.since() != null) {
        return new MemberChanged.Tier(one.key(), one.name(), level, at.since(), at.until());
      }
    }
    return null;
  }

  /** What is dated later counts when its time has come. */
  private static @Nullable Instant firstAfter(List<Rated> ratings, Instant moment) {
    return ratings.stream()
        .map(rated -> rated.fact().occurredAt())
        .filter(at -> at.isAfter(moment))
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Instant sooner(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }
}
