package dev.homeport.loyalty.backtest;

import dev.homeport.loyalty.fact.Fact;
import dev.homeport.loyalty.journal.Event;
import dev.homeport.loyalty.journal.Fold;
import dev.homeport.loyalty.journal.RandomHistory;
import dev.homeport.loyalty.journal.Step;
import dev.homeport.loyalty.ledger.Account;
import dev.homeport.loyalty.ledger.Draw;
import dev.homeport.loyalty.programme.Documents;
import dev.homeport.loyalty.programme.Versions;
import dev.homeport.loyalty.rating.Together;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * One buyer's ledger as it is posted live: each event meets what was stored, in a fold of its own,
 * and only what changes something is journalled.
 */
final class LiveLedger {
  static final Instant BEGIN = Instant.parse("2030-01-01T00:00:00Z");

  private final Versions versions;
  private final Rows rows = new Rows();
  private final List<Journalled> journal = new ArrayList<>();
  private final Map<UUID, Fact> facts = new HashMap<>();
  private final Map<UUID, Fold.Posted> posted = new HashMap<>();
  private Account account;

  LiveLedger(Versions versions, UUID buyer) {
    this.versions = versions;
    this.account = Account.empty(buyer);
  }

  void take(Event event) {
    var copy =
        new Account(
            account.identityId(),
            account.totals(),
            account.balances(),
            account.lots(),
            account.draws(),
            account.horizon());
    var state = new Fold.State(copy, posted, versions.remembers() ? facts.values() : List.of());
    new Fold(versions, versions.floor(BEGIN), state, UUID::randomUUID)
        .apply(event)
        .ifPresent(
            step -> {
              account = copy;
              journal.add(new Journalled(event, BEGIN.plusSeconds(journal.size())));
              rows.add(journal.size(), event.effectiveAt(), step);
              if (event instanceof Event.Happened(Fact fact)) {
                facts.put(fact.id(), fact);
              }
              if (step instanceof Step.Changed changed) {
                changed
                    .booked()
                    .forEach(
                        one -> posted.put(one.rated().fact().id(), Fold.Posted.of(one.rated())));
              }
            });
  }

  /** Lets time pass: what was drawn from lots that nobody had looked at is settled, too. */
  void passAll() {
    take(new Event.Expiry(UUID.randomUUID(), account.identityId(), BEGIN));
  }

  MemberJournal journal() {
    UUID buyer = account.identityId();
    return new MemberJournal(buyer, Map.of(buyer, List.copyOf(journal)), Together.ALONE);
  }

  Rows rows() {
    return rows;
  }

  List<String> states() {
    var all = new ArrayList<>(Rows.state(account));
    all.addAll(rows.ratings());
    return all;
  }

  Account account() {
    return account;
  }

  /** Facts in any order, spends, their ends, and looks at what time has done. */
  static List<Event> events(RandomHistory history, Random random) {
    UUID buyer = history.buyer();
    var events = new ArrayList<Event>();
    history.disordered().stream().map(Event.Happened::new).forEach(events::add);
    for (int i = 0; i < 4; i++) {
      var id = new UUID(random.nextLong(), i);
      Instant at = moment(random);
      long points = random.nextInt(90);
      int from = random.nextInt(events.size() + 1);
      events.add(from, spend(id, 1, buyer, at, Draw.Use.HELD, points));
      if (random.nextInt(3) > 0) {
        from += 1 + random.nextInt(events.size() - from);
        events.add(from, spend(id, 2, buyer, at, Draw.Use.REDEEMED, points));
      } else if (random.nextBoolean()) {
        from += 1 + random.nextInt(events.size() - from);
        events.add(from, spend(id, 2, buyer, at, Draw.Use.HELD, 0));
      }
      events.add(
          random.nextInt(events.size() + 1),
          random.nextBoolean()
              ? new Event.Expiry(UUID.randomUUID(), buyer, moment(random))
              : new Event.Opening(UUID.randomUUID(), buyer, moment(random)));
    }
    return events;
  }

  private static Event spend(
      UUID id, long revision, UUID buyer, Instant at, Draw.Use use, long points) {
    return new Event.Spent(id, revision, buyer, buyer, "points", at, at, use, points);
  }

  private static Instant moment(Random random) {
    return Documents.START.plus(Duration.ofHours(random.nextInt(9_000)));
  }
}
