package dev.homeport.loyalty.journal;

import dev.homeport.loyalty.fact.Fact;
import dev.homeport.loyalty.fact.FreeReturnFact;
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
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Applies events to one account in one programme, one after the other. Live posting and replay run
 * this same code.
 */
public final class Fold {
  private final Versions versions;
  private final OverdraftFloor floor;
  private final Account account;
  private final Supplier<UUID> lotIds;
  private final Map<UUID, Posted> posted = new HashMap<>();
  private final Map<UUID, Fact> facts = new HashMap<>();
  private final Map<UUID, Rated> ratings = new HashMap<>();

  /**
   * What has been posted for a fact.
   *
   * @param revision at which the fact stood; only a higher one is applied
   */
  public record Posted(long revision, long points) {}

  /**
   * A stored state to go on from.
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

  /** A fold that goes on from a state. */
  public Fold(Versions versions, OverdraftFloor floor, State state, Supplier<UUID> lotIds) {
    this.versions = versions;
    this.floor = floor;
    this.account = state.account();
    this.lotIds = lotIds;
    posted.putAll(state.posted());
    state.facts().forEach(fact -> facts.put(fact.id(), fact));
    rate(facts.values()).forEach(rated -> ratings.put(rated.fact().id(), rated));
  }

  /** Applies what the journal holds; empty when that changes nothing. */
  public Optional<Step> apply(Event event) {
    return switch (event) {
      case Event.Happened(Fact fact) -> apply(fact);
      case Event.Expiry expiry -> apply(expiry);
      case Event.NewVersion version ->
          version.programme().equals(versions.key()) ? rateAgain() : Optional.empty();
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

  /** Rates all facts again that it has been given; empty when none deserves anything else. */
  private Optional<Step> rateAgain() {
    var booked = new ArrayList<Step.Booked>();
    for (Rated rated : rate(facts.values())) {
      boolean fresh = !posted.containsKey(rated.fact().id());
      Step.Booked now = book(rated);
      if (fresh || !now.posting().lots().isEmpty() || !now.posting().entries().isEmpty()) {
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
    facts.put(fact.id(), fact);
    return rate(facts.values()).stream()
        .filter(rated -> !rated.equals(ratings.put(rated.fact().id(), rated)))
        .toList();
  }

  private List<Rated> rate(Collection<Fact> which) {
    return Engine.rate(versions, which, Together.ALONE);
  }

  private Step.Booked book(Rated rated) {
    Fact fact = rated.fact();
    Posted before = posted.put(fact.id(), new Posted(fact.revision(), rated.points()));
    long points = before == null ? 0 : before.points();
    return new Step.Booked(rated, account.post(deserved(rated), points, floor, lotIds));
  }

  /** Lets lots expire; empty when nothing is left of any. */
  private Optional<Step> apply(Event.Expiry expiry) {
    Posting posting =
        account.expire(
            new Cause(Cause.Kind.EXPIRY, expiry.id(), 0),
            expiry.effectiveAt(),
            "Expired at %s.".formatted(expiry.effectiveAt()),
            floor);
    int version = versions.at(expiry.effectiveAt()).map(ProgrammeVersion::number).orElse(0);
    return posting.lots().isEmpty()
        ? Optional.empty()
        : Optional.of(new Step.Expired(posting, version));
  }

  /** How far below zero the account may go. */
  public OverdraftFloor floor() {
    return floor;
  }

  /** The account as it stands after the facts so far. */
  public Account account() {
    return account;
  }

  private static Deserved deserved(Rated rated) {
    Fact fact = rated.fact();
    return new Deserved(
        new Cause(kind(fact), fact.id(), fact.revision()),
        rated.awards().stream()
            .map(
                award ->
                    new Deserved.Share(
                        award.rule(), award.points(), award.usableFrom(), award.expiresAt()))
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
    };
  }
}
