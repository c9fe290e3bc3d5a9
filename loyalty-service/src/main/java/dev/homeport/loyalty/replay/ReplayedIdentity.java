package dev.homeport.loyalty.replay;

import dev.homeport.loyalty.earning.Fact;
import dev.homeport.loyalty.earning.Rating;
import dev.homeport.loyalty.journal.Event;
import dev.homeport.loyalty.journal.Fold;
import dev.homeport.loyalty.journal.Step;
import dev.homeport.loyalty.ledger.Account;
import dev.homeport.loyalty.ledger.Lot;
import dev.homeport.loyalty.ledger.Posting;
import dev.homeport.loyalty.programme.Programme;
import java.util.Map;
import java.util.UUID;

/** One identity, folded again from nothing. */
final class ReplayedIdentity {
  private final Fold fold;
  private final Picture picture = new Picture();
  private long lotNumber;

  ReplayedIdentity(Programme programme, UUID identityId) {
    this.fold = new Fold(programme, Account.empty(identityId), Map.of(), this::nextLotId);
  }

  void apply(Event event) {
    fold.apply(event).ifPresent(this::see);
  }

  Picture picture() {
    Account account = fold.account();
    picture.account(account.totals(), account.balances());
    for (Lot lot : account.lots()) {
      picture.lot(lot);
    }
    return picture;
  }

  private void see(Step step) {
    step.posting().entries().forEach(entry -> picture.entries(entry.account(), entry.points()));
    if (step instanceof Step.Rated(Fact fact, Rating rating, Posting _)) {
      picture.award(fact.id(), new Fold.Posted(fact.revision(), rating.points()));
    }
  }

  /** Ids are no part of what is compared. */
  private UUID nextLotId() {
    lotNumber++;
    return new UUID(0, lotNumber);
  }
}
