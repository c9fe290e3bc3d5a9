package dev.homeport.loyalty.replay;

import dev.homeport.loyalty.journal.Event;
import dev.homeport.loyalty.journal.Fold;
import dev.homeport.loyalty.journal.Step;
import dev.homeport.loyalty.ledger.Account;
import dev.homeport.loyalty.ledger.Lot;
import dev.homeport.loyalty.programme.OverdraftFloor;
import dev.homeport.loyalty.programme.Versions;
import dev.homeport.loyalty.rating.Rated;
import dev.homeport.loyalty.rating.Together;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Identities that may be one member in one programme, folded again from nothing: all facts as they
 * now stand at once, for the order in which they came must not show, and then the moments that
 * passed and the spends.
 */
final class ReplayedMember {
  private final Map<UUID, Picture> pictures = new HashMap<>();
  private final Fold fold;
  private long lotNumber;

  ReplayedMember(
      Versions versions,
      OverdraftFloor floor,
      List<ReplayedIdentity> identities,
      Together together) {
    List<Fold.State> states = identities.stream().map(ReplayedIdentity::state).toList();
    fold = new Fold(versions, floor, states, together, this::nextLotId);
    identities.forEach(identity -> pictures.put(identity.identityId(), new Picture()));
    UUID anybody = identities.getFirst().identityId();
    see(new Event.NewVersion(anybody, anybody, Instant.EPOCH, versions.key(), 0));
    identities.forEach(identity -> identity.later().forEach(this::see));
  }

  Picture picture(UUID identityId) {
    Picture picture = Objects.requireNonNull(pictures.get(identityId));
    Account account = fold.account(identityId);
    picture.account(account.totals(), account.balances());
    for (Lot lot : account.lots()) {
      picture.lot(lot);
    }
    return picture;
  }

  private void see(Event event) {
    fold.apply(event).ifPresent(step -> step.byIdentity().forEach(this::see));
  }

  private void see(UUID identityId, Step step) {
    Picture picture = Objects.requireNonNull(pictures.get(identityId));
    step.postings().stream()
        .flatMap(posting -> posting.entries().stream())
        .forEach(entry -> picture.entries(entry.account(), entry.points()));
    if (step instanceof Step.Changed(List<Step.Booked> booked)) {
      for (Step.Booked each : booked) {
        Rated rated = each.rated();
        picture.rating(rated.fact().id(), Fold.Posted.of(rated));
      }
    }
  }

  /** Ids are no part of what is compared. */
  private UUID nextLotId() {
    lotNumber++;
    return new UUID(0, lotNumber);
  }
}
