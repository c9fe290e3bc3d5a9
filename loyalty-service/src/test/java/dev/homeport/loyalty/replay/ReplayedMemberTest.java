package dev.homeport.loyalty.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.loyalty.fact.Fact;
import dev.homeport.loyalty.journal.Event;
import dev.homeport.loyalty.journal.Fold;
import dev.homeport.loyalty.journal.Programmes;
import dev.homeport.loyalty.journal.RandomHistory;
import dev.homeport.loyalty.journal.Step;
import dev.homeport.loyalty.ledger.Account;
import dev.homeport.loyalty.ledger.Draw;
import dev.homeport.loyalty.programme.OverdraftFloor;
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
import org.junit.jupiter.api.Test;

/** What the journal gives is what was posted, event by event; the seed is in each message. */
class ReplayedMemberTest {
  private static final int HISTORIES = 1_500;
  private static final OverdraftFloor FLOOR = new OverdraftFloor.Limit(50);
  private static final Versions VERSIONS = Programmes.expiring("50", 3);

  @Test
  void replayEqualsWhatWasPostedWithSpendsThatEnd() {
    long spent = 0;
    for (long seed = 0; seed < HISTORIES; seed++) {
      var history = new RandomHistory(seed);
      var ledger = new Ledger(history.buyer());
      events(history, new Random(seed)).forEach(ledger::take);
      spent += ledger.account.totals().redeemed();

      var replayed = new ReplayedMember(VERSIONS, FLOOR, List.of(ledger.journal), Together.ALONE);
      assertThat(ledger.picture().text())
          .as("seed %d", seed)
          .isEqualTo(replayed.picture(history.buyer()).text());
    }
    assertThat(spent).isPositive();
  }

  /** Facts, spends, their ends and looks at what time has done, in any order. */
  private static List<Event> events(RandomHistory history, Random random) {
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
          new Event.Expiry(UUID.randomUUID(), buyer, moment(random)));
    }
    return events;
  }

  private static Event spend(
      UUID id, long revision, UUID buyer, Instant at, Draw.Use use, long points) {
    return new Event.Spent(id, revision, buyer, buyer, "points", at, at, use, points);
  }

  private static Instant moment(Random random) {
    return Programmes.START.plus(Duration.ofHours(random.nextInt(9_000)));
  }

  /** One account as storage keeps it: only what has changed something is written. */
  private static final class Ledger {
    private final ReplayedIdentity journal;
    private final Picture picture = new Picture();
    private final Map<UUID, Fold.Posted> posted = new HashMap<>();
    private Account account;

    Ledger(UUID buyer) {
      journal = new ReplayedIdentity(buyer);
      account = Account.empty(buyer);
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
      var state = new Fold.State(copy, posted, List.<Fact>of());
      new Fold(VERSIONS, FLOOR, state, UUID::randomUUID)
          .apply(event)
          .ifPresent(
              step -> {
                account = copy;
                journal.take(event);
                write(step);
              });
    }

    private void write(Step step) {
      step.postings().stream()
          .flatMap(posting -> posting.entries().stream())
          .forEach(entry -> picture.entries(entry.account(), entry.points()));
      if (step instanceof Step.Changed(List<Step.Booked> booked)) {
        for (Step.Booked each : booked) {
          Fold.Posted now = Fold.Posted.of(each.rated());
          posted.put(each.rated().fact().id(), now);
          picture.rating(each.rated().fact().id(), now);
        }
      }
    }

    Picture picture() {
      picture.account(account.totals(), account.balances());
      account.lots().forEach(picture::lot);
      return picture;
    }
  }
}
