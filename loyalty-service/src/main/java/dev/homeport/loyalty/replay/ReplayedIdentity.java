package dev.homeport.loyalty.replay;

import dev.homeport.loyalty.fact.Fact;
import dev.homeport.loyalty.journal.Event;
import dev.homeport.loyalty.journal.Fold;
import dev.homeport.loyalty.journal.Step;
import dev.homeport.loyalty.ledger.Account;
import dev.homeport.loyalty.ledger.Lot;
import dev.homeport.loyalty.programme.OverdraftFloor;
import dev.homeport.loyalty.programme.Versions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One identity in one programme, folded again from nothing: all facts as they now stand at once,
 * for the order in which they came must not show, and then the expiries.
 */
final class ReplayedIdentity {
  private final Versions versions;
  private final OverdraftFloor floor;
  private final UUID identityId;
  private final Map<UUID, Fact> facts = new HashMap<>();
  private final List<Event.Expiry> expiries = new ArrayList<>();
  private final Picture picture = new Picture();
  private long lotNumber;

  ReplayedIdentity(Versions versions, OverdraftFloor floor, UUID identityId) {
    this.versions = versions;
    this.floor = floor;
    this.identityId = identityId;
  }

  /** Takes the next event of the journal. */
  void take(Event event) {
    switch (event) {
      case Event.Happened(Fact fact) ->
          facts.merge(fact.id(), fact, (a, b) -> b.revision() > a.revision() ? b : a);
      case Event.Expiry expiry -> expiries.add(expiry);
      case Event.NewVersion _ -> {
        // says only when something was rated again
      }
    }
  }

  Picture picture() {
    var state = new Fold.State(Account.empty(identityId), Map.of(), facts.values());
    var fold = new Fold(versions, floor, state, this::nextLotId);
    fold.apply(new Event.NewVersion(identityId, identityId, Instant.EPOCH, versions.key(), 0))
        .ifPresent(this::see);
    expiries.forEach(expiry -> fold.apply(expiry).ifPresent(this::see));
    picture.account(fold.account().totals(), fold.account().balances());
    for (Lot lot : fold.account().lots()) {
      picture.lot(lot);
    }
    return picture;
  }

  private void see(Step step) {
    step.postings().stream()
        .flatMap(posting -> posting.entries().stream())
        .forEach(entry -> picture.entries(entry.account(), entry.points()));
    if (step instanceof Step.Changed(List<Step.Booked> booked)) {
      for (Step.Booked each : booked) {
        Fact fact = each.rated().fact();
        picture.rating(fact.id(), new Fold.Posted(fact.revision(), each.rated().points()));
      }
    }
  }

  /** Ids are no part of what is compared. */
  private UUID nextLotId() {
    lotNumber++;
    return new UUID(0, lotNumber);
  }
}
