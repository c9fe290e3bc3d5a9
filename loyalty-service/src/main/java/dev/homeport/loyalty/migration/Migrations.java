package dev.homeport.loyalty.migration;

import dev.homeport.loyalty.LoyaltyProblem;
import dev.homeport.loyalty.fact.Fact;
import dev.homeport.loyalty.fact.MigrationFact;
import dev.homeport.loyalty.journal.store.FactIntake;
import dev.homeport.loyalty.journal.store.IdentityHistory;
import dev.homeport.loyalty.journal.store.JournalledFacts;
import dev.homeport.loyalty.programme.ProgrammeVersion;
import dev.homeport.loyalty.programme.RunningProgrammes;
import dev.homeport.loyalty.programme.TierLadder;
import dev.homeport.loyalty.programme.Versions;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes what members bring along, in the caller's transaction. Whoever brings the same again brings
 * nothing; what is brought instead of something replaces it, also points that were spent.
 */
@ApplicationScoped
public class Migrations {
  private final RunningProgrammes programmes;
  private final IdentityHistory history;
  private final JournalledFacts facts;
  private final FactIntake intake;
  private final Clock clock;

  Migrations(
      RunningProgrammes programmes,
      IdentityHistory history,
      JournalledFacts facts,
      FactIntake intake,
      Clock clock) {
    this.programmes = programmes;
    this.history = history;
    this.facts = facts;
    this.intake = intake;
    this.clock = clock;
  }

  /** What came of it. */
  public sealed interface Taken {
    /** The member brought nothing before. */
    record New() implements Taken {}

    /** It replaces what the member brought before. */
    record Replaced() implements Taken {}

    /** It is there already. */
    record Unchanged() implements Taken {}

    /** It cannot be taken. */
    record Refused(Problem problem) implements Taken {}
  }

  /** Takes all of them; one result for each. */
  public List<Taken> take(List<Brought> brought) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    List<@Nullable UUID> identities = identities(brought);
    Map<UUID, MigrationFact> known = known(identities.stream().filter(id -> id != null).toList());
    List<Versions> running = programmes.all();
    var news = new HashMap<UUID, MigrationFact>();
    var results = new ArrayList<Taken>(brought.size());
    for (int i = 0; i < brought.size(); i++) {
      results.add(take(identities.get(i), brought.get(i), running, now, known, news));
    }
    intake.take(List.copyOf(news.values()));
    return results;
  }

  /** Null for customers of whom none is known. */
  private List<@Nullable UUID> identities(List<Brought> brought) {
    var customers = new HashSet<UUID>();
    for (Brought one : brought) {
      if (one.member() instanceof Brought.Who.Customer(UUID customer)) {
        customers.add(customer);
      }
    }
    Map<UUID, UUID> first = customers.isEmpty() ? Map.of() : history.first(customers);
    var identities = new ArrayList<@Nullable UUID>(brought.size());
    for (Brought one : brought) {
      identities.add(
          switch (one.member()) {
            case Brought.Who.Buyer(UUID identity) -> identity;
            case Brought.Who.Customer(UUID customer) -> first.get(customer);
          });
    }
    return identities;
  }

  private Map<UUID, MigrationFact> known(Collection<UUID> identities) {
    var known = new HashMap<UUID, MigrationFact>();
    for (List<Fact> all : facts.of(identities).values()) {
      for (Fact fact : all) {
        if (fact instanceof MigrationFact migration) {
          known.put(migration.id(), migration);
        }
      }
    }
    return known;
  }

  private static Taken take(
      @Nullable UUID identity,
      Brought one,
      List<Versions> running,
      Instant now,
      Map<UUID, MigrationFact> known,
      Map<UUID, MigrationFact> news) {
    if (identity == null) {
      return new Taken.Refused(
          Problem.of(LoyaltyProblem.MEMBER_NOT_FOUND)
              .at("/customerId", "is no customer of whom an identity is known"));
    }
    Optional<Versions> programme = find(running, one.programme());
    if (programme.isEmpty()) {
      return refused("/programme", "is no programme that runs");
    }
    String key = programme.get().key();
    UUID id = MigrationFact.id(identity, key);
    var fact = new MigrationFact(id, identity, 1, key, now, one.lots(), one.tier());
    MigrationFact before = known.get(id);
    if (before != null && before.same(fact)) {
      return new Taken.Unchanged();
    }
    Optional<Taken> fault = fault(fact, programme.get(), now);
    if (fault.isPresent()) {
      return fault.get();
    }
    MigrationFact taken = before == null ? fact : fact.replacing(before);
    known.put(id, taken);
    news.put(id, taken);
    return before == null ? new Taken.New() : new Taken.Replaced();
  }

  private static Optional<Versions> find(List<Versions> running, @Nullable String key) {
    return running.stream()
        .filter(versions -> key == null || versions.key().equals(key))
        .findFirst();
  }

  private static Optional<Taken> fault(MigrationFact fact, Versions programme, Instant now) {
    Optional<ProgrammeVersion> version = programme.at(now);
    if (version.isEmpty()) {
      return Optional.of(refused("/programme", "does not run now"));
    }
    for (int i = 0; i < fact.lots().size(); i++) {
      MigrationFact.Points lot = fact.lots().get(i);
      Instant expiry = lot.expiresAt();
      Instant usable = lot.usableFrom();
      if (expiry != null && !expiry.isAfter(now)) {
        return Optional.of(refused("/lots/" + i + "/expiresAt", "must lie in the future"));
      }
      if (expiry != null && usable != null && !usable.isBefore(expiry)) {
        return Optional.of(refused("/lots/" + i + "/usableFrom", "must lie before the expiry"));
      }
    }
    return Optional.ofNullable(fact.tier()).flatMap(tier -> fault(tier, version.get(), now));
  }

  private static Optional<Taken> fault(
      MigrationFact.Tier tier, ProgrammeVersion version, Instant now) {
    TierLadder ladder = version.document().tiers();
    if (ladder == null || ladder.level(tier.key()) == 0) {
      return Optional.of(refused("/tier/key", "is no tier of the programme"));
    }
    if (tier.since().isAfter(now)) {
      return Optional.of(refused("/tier/since", "must not lie in the future"));
    }
    Instant until = tier.until();
    return until != null && !until.isAfter(now)
        ? Optional.of(refused("/tier/until", "must lie in the future"))
        : Optional.empty();
  }

  private static Taken refused(String pointer, String detail) {
    return new Taken.Refused(Problem.of(CommonProblem.VALIDATION_FAILED).at(pointer, detail));
  }
}
