package dev.homeport.loyalty.journal;

import dev.homeport.loyalty.earning.Earning;
import dev.homeport.loyalty.earning.Fact;
import dev.homeport.loyalty.earning.FreeReturnFact;
import dev.homeport.loyalty.earning.OrderFact;
import dev.homeport.loyalty.earning.Rating;
import dev.homeport.loyalty.ledger.Account;
import dev.homeport.loyalty.ledger.Cause;
import dev.homeport.loyalty.ledger.Deserved;
import dev.homeport.loyalty.programme.Programme;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Applies events to one account, one after the other. Live posting and replay run this same code.
 */
public final class Fold {
  private final Programme programme;
  private final Account account;
  private final Map<UUID, Posted> posted;
  private final Supplier<UUID> lotIds;

  /**
   * What has been posted for a fact.
   *
   * @param revision at which the fact stood; only a higher one is applied
   */
  public record Posted(long revision, long points) {}

  /**
   * A fold that goes on from a stored state.
   *
   * @param posted at least for the facts that will be applied and were applied before
   */
  public Fold(
      Programme programme, Account account, Map<UUID, Posted> posted, Supplier<UUID> lotIds) {
    this.programme = programme;
    this.account = account;
    this.posted = new HashMap<>(posted);
    this.lotIds = lotIds;
  }

  /** Applies what the journal holds; empty when that changes nothing. */
  public Optional<Step> apply(Event event) {
    return switch (event) {
      case Event.Happened(Fact fact) -> apply(fact);
      case Event.Expiry expiry -> apply(expiry);
    };
  }

  /** Applies a fact; empty when the account already knows it at this revision or a higher one. */
  public Optional<Step> apply(Fact fact) {
    Posted before = posted.get(fact.id());
    if (before != null && before.revision() >= fact.revision()) {
      return Optional.empty();
    }
    Rating rating = Earning.rate(programme, fact);
    long points = before == null ? 0 : before.points();
    var posting = account.post(deserved(fact, rating), points, programme.floor(), lotIds);
    posted.put(fact.id(), new Posted(fact.revision(), rating.points()));
    return Optional.of(new Step.Rated(fact, rating, posting));
  }

  /** Lets lots expire; empty when nothing is left of any. */
  private Optional<Step> apply(Event.Expiry expiry) {
    var cause = new Cause(Cause.Kind.EXPIRY, expiry.id(), 0);
    var posting =
        account.expire(
            cause,
            expiry.effectiveAt(),
            "Expired at %s.".formatted(expiry.effectiveAt()),
            programme.floor());
    return posting.lots().isEmpty()
        ? Optional.empty()
        : Optional.of(new Step.Expired(expiry, posting));
  }

  /** The account as it stands after the facts so far. */
  public Account account() {
    return account;
  }

  private Deserved deserved(Fact fact, Rating rating) {
    var kind =
        switch (fact) {
          case OrderFact _ -> Cause.Kind.ORDER;
          case FreeReturnFact _ -> Cause.Kind.FREE_RETURN;
        };
    return new Deserved(
        new Cause(kind, fact.id(), fact.revision()),
        Programme.BASE_RULE,
        rating.points(),
        fact.effectiveAt(),
        fact.occurredAt(),
        programme.life().expiry(fact.occurredAt()).orElse(null),
        rating.explanation());
  }
}
