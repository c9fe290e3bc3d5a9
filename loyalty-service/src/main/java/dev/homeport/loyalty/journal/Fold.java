package dev.homeport.loyalty.journal;

import dev.homeport.loyalty.fact.ActivityFact;
import dev.homeport.loyalty.fact.Fact;
import dev.homeport.loyalty.fact.FreeReturnFact;
import dev.homeport.loyalty.fact.GrantFact;
import dev.homeport.loyalty.fact.MigrationFact;
import dev.homeport.loyalty.fact.OrderFact;
import dev.homeport.loyalty.ledger.Account;
import dev.homeport.loyalty.ledger.Cause;
import dev.homeport.loyalty.ledger.Deserved;
import dev.homeport.loyalty.ledger.Posting;
import dev.homeport.loyalty.programme.OverdraftFloor;
import dev.homeport.loyalty.programme.ProgrammeVersion;
import dev.homeport.loyalty.programme.Versions;
import dev.homeport.loyalty.rating.Engine;
import dev.homeport.loyalty.rating.Rated;
import dev.homeport.loyalty.rating.Together;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Applies events to the accounts of identities that may be one member, in one programme, one after
 * the other. Live posting and replay run this same code.
 */
public final class Fold {
  private final Versions versions;
  private final Map<UUID, Account> accounts = new LinkedHashMap<>();
  private final Supplier<UUID> lotIds;
  private final Map<UUID, Posted> posted = new HashMap<>();
  private final Map<UUID, Fact> facts = new HashMap<>();
  private final Map<UUID, Rated> ratings = new HashMap<>();
  private Together together;
  private OverdraftFloor floor;
  private Engine engine;

  /**
   * What has been posted for a fact.
   *
   * @param revision at which the fact stood; only a higher one is applied
   * @param version of the programme that rated it; 0 when none did
   */
  public record Posted(long revision, long points, int version) {
    /** What a rating posts in all. */
    public static Posted of(Rated rated) {
      return new Posted(rated.fact().revision(), rated.points(), rated.explanation().version());
    }
  }

  /**
   * A stored state of one identity to go on from.
   *
   * @param posted at least for the facts that will be applied and were applied before
   * @param facts all of the identity where the programme {@linkplain Versions#remembers()
   *     remembers}; else none are needed
   */
  public record State(Account account, Map<UUID, Posted> posted, Collection<Fact> facts) {
    /** Nothing yet. */
    public static State empty(UUID identityId) {
      return new State(Account.empty(identityId), Map.of(), List.of());
    }
  }

  /** A fold of one identity by itself that goes on from a state. */
  public Fold(Versions versions, OverdraftFloor floor, State state, Supplier<UUID> lotIds) {
    this(versions, floor, List.of(state), Together.ALONE, lotIds);
  }

  /**
   * A fold of several identities that goes on from their states.
   *
   * @param together which of them are one member when
   */
  public Fold(
      Versions versions,
      OverdraftFloor floor,
      Collection<State> states,
      Together together,
      Supplier<UUID> lotIds) {
    this.versions = versions;
    this.floor = floor;
    this.together = together;
    this.lotIds = lotIds;
    this.engine = new Engine(versions, together);
    for (State state : states) {
      accounts.put(state.account().identityId(), state.account());
      posted.putAll(state.posted());
      state.facts().forEach(fact -> facts.put(fact.id(), fact));
    }
    rate(facts.values()).forEach(rated -> ratings.put(rated.fact().id(), rated));
  }

  /** Applies what the journal holds; empty when that changes nothing. */
  public Optional<Step> apply(Event event) {
    return switch (event) {
      case Event.Happened(Fact fact) -> apply(fact);
      case Event.Passed passed -> apply(passed);
      case Event.NewVersion version ->
          version.programme().equals(versions.key()) ? rateAgain() : Optional.empty();
      case Event.Spent spent ->
          spent.programme().equals(versions.key()) ? Optional.of(apply(spent)) : Optional.empty();
      case Event.MemberChanged _ -> Optional.empty();
    };
  }

  /** Whether a fact has been applied at this revision or a higher one. */
  public boolean knows(Fact fact) {
    Posted before = posted.get(fact.id());
    return before != null && before.revision() >= fact.revision();
  }

  /** Applies a fact; empty when it is known. */
  public Optional<Step> apply(Fact fact) {
    if (knows(fact)) {
      return Optional.empty();
    }
    var booked = new ArrayList<Step.Booked>();
    for (Rated rated : changed(fact)) {
      booked.add(book(rated));
    }
    return Optional.of(new Step.Changed(booked));
  }

  /**
   * Rates again what depends on who is one member when, after that has changed; empty when nothing
   * does.
   */
  public Optional<Step> regroup(Together now) {
    together = now;
    List<Rated> changed = versions.remembers() ? changed() : List.of();
    return changed.isEmpty()
        ? Optional.empty()
        : Optional.of(new Step.Changed(changed.stream().map(this::book).toList()));
  }

  /** Rates all facts again that it has been given; empty when none deserves anything else. */
  private Optional<Step> rateAgain() {
    var booked = new ArrayList<Step.Booked>();
    for (Rated rated : rate(facts.values())) {
      Posted before = posted.get(rated.fact().id());
      boolean other = before == null || before.version() != rated.explanation().version();
      Step.Booked now = book(rated);
      if (other || !now.posting().lots().isEmpty() || !now.posting().entries().isEmpty()) {
        booked.add(now);
      }
    }
    return booked.isEmpty() ? Optional.empty() : Optional.of(new Step.Changed(booked));
  }

  /** The fact itself, and whatever else deserves something else because of it. */
  private List<Rated> changed(Fact fact) {
    if (!versions.remembers()) {
      return rate(List.of(fact));
    }
    boolean fresh = facts.put(fact.id(), fact) == null;
    Optional<Rated> next = fresh ? engine.next(fact) : Optional.empty();
    next.ifPresent(rated -> ratings.put(fact.id(), rated));
    return next.map(List::of).orElseGet(this::changed);
  }

  private List<Rated> changed() {
    return rate(facts.values()).stream()
        .filter(rated -> !rated.equals(ratings.put(rated.fact().id(), rated)))
        .toList();
  }

  private List<Rated> rate(Collection<Fact> which) {
    engine = new Engine(versions, together);
    return engine.rate(which);
  }

  private Step.Booked book(Rated rated) {
    Fact fact = rated.fact();
    Posted before = posted.put(fact.id(), Posted.of(rated));
    long points = before == null ? 0 : before.points();
    Account account = account(fact.identityId());
    return new Step.Booked(rated, account.post(deserved(rated), points, floor, lotIds));
  }

  /** Whether there are enough points is for whoever spends to see. */
  private Step apply(Event.Spent spent) {
    Posting posting =
        account(spent.identityId())
            .spend(
                new Cause(Cause.Kind.SPEND, spent.id(), spent.revision()),
                spent.draw(),
                spent.effectiveAt(),
                text(spent),
                floor);
    int version = versions.at(spent.at()).map(ProgrammeVersion::number).orElse(0);
    return new Step.Spent(spent, posting, version);
  }

  private static String text(Event.Spent spent) {
    if (spent.points() == 0) {
      return "No longer spent.";
    }
    return switch (spent.use()) {
      case HELD -> "Sets %d aside.".formatted(spent.points());
      case REDEEMED -> "Spends %d.".formatted(spent.points());
      case TAKEN_BACK -> throw new IllegalArgumentException("nobody spends what is taken back");
    };
  }

  /** Lets time pass; empty when that changes no lot. */
  private Optional<Step> apply(Event.Passed passed) {
    UUID identity = passed.identityId();
    Instant at = passed.effectiveAt();
    Cause.Kind kind =
        switch (passed) {
          case Event.Expiry _ -> Cause.Kind.EXPIRY;
          case Event.Opening _ -> Cause.Kind.OPENING;
        };
    var cause = new Cause(kind, passed.id(), 0);
    Posting posting = account(identity).pass(cause, at, "Expired at %s.".formatted(at), floor);
    int version = versions.at(at).map(ProgrammeVersion::number).orElse(0);
    return posting.lots().isEmpty()
        ? Optional.empty()
        : Optional.of(new Step.Passed(identity, posting, version));
  }

  /** How far below zero the account may go. */
  public OverdraftFloor floor() {
    return floor;
  }

  /** From now on accounts may go so far below zero; those that are lower stay until they move. */
  public void floor(OverdraftFloor now) {
    floor = now;
  }

  /**
   * What all facts so far deserve, in the order of time, where the programme {@linkplain
   * Versions#remembers() remembers}; else empty.
   */
  public List<Rated> ratings() {
    return ratings.values().stream().sorted(Rated.IN_TIME).toList();
  }

  /** An account as it stands after the facts so far. */
  public Account account(UUID identityId) {
    return Objects.requireNonNull(accounts.get(identityId), "an identity that was not asked for");
  }

  /** The account of an identity by itself. */
  public Account account() {
    if (accounts.size() != 1) {
      throw new IllegalStateException("there are " + accounts.size() + " accounts");
    }
    return accounts.values().iterator().next();
  }

  private static Deserved deserved(Rated rated) {
    Fact fact = rated.fact();
    return new Deserved(
        new Cause(kind(fact), fact.id(), fact.revision()),
        rated.awards().stream()
            .map(
                award ->
                    new Deserved.Share(
                        award.rule(),
                        award.points(),
                        award.waits(),
                        award.usableFrom(),
                        award.expiresAt()))
            .toList(),
        Math.max(0, -rated.points()),
        fact.effectiveAt(),
        fact.occurredAt(),
        rated.explanation().text());
  }

  private static Cause.Kind kind(Fact fact) {
    return switch (fact) {
      case OrderFact _ -> Cause.Kind.ORDER;
      case FreeReturnFact _ -> Cause.Kind.FREE_RETURN;
      case ActivityFact _ -> Cause.Kind.ACTIVITY;
      case MigrationFact _ -> Cause.Kind.MIGRATION;
      case GrantFact _ -> Cause.Kind.GRANT;
    };
  }
}
