package dev.homeport.loyalty.backtest;

import dev.homeport.loyalty.fact.ActivityFact;
import dev.homeport.loyalty.fact.Fact;
import dev.homeport.loyalty.fact.FreeReturnFact;
import dev.homeport.loyalty.fact.GrantFact;
import dev.homeport.loyalty.fact.MigrationFact;
import dev.homeport.loyalty.fact.OrderFact;
import dev.homeport.loyalty.journal.Fold;
import dev.homeport.loyalty.journal.Step;
import dev.homeport.loyalty.ledger.Account;
import dev.homeport.loyalty.ledger.Entry;
import dev.homeport.loyalty.ledger.Lot;
import dev.homeport.loyalty.ledger.Posting;
import dev.homeport.loyalty.rating.TierProgress;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Adds up what becomes of one member under a scenario. */
final class MemberFigures implements MemberFold.Watcher {
  private static final int NEVER = -1;

  private final Figures into;
  private final Months months;
  private final @Nullable Instant from;
  private final boolean inTime;
  private final @Nullable TierProgress tiers;
  private final Map<Integer, Sums> flows = new HashMap<>();
  private final TreeMap<Integer, Long> changes = new TreeMap<>();
  private final Map<UUID, String> markets = new HashMap<>();
  private int firstMonth = NEVER;
  private int tierMonth = NEVER;
  private boolean rated;
  private Optional<String> tier = Optional.empty();

  /**
   * @param from what happens before is not told, only what is left of it
   */
  MemberFigures(Figures into, Months months, Scenario scenario, @Nullable Instant from) {
    this.into = into;
    this.months = months;
    this.from = from;
    this.inTime = scenario.order() instanceof Scenario.Order.AsItHappened;
    boolean tiered =
        scenario.versions().all().stream().anyMatch(version -> version.document().tiers() != null);
    this.tiers = tiered ? new TierProgress(scenario.versions()) : null;
  }

  /** Folds the member and says what it has in the end: all points, less debts. */
  static long of(
      MemberJournal journal,
      Scenario scenario,
      Figures into,
      Months months,
      @Nullable Instant from) {
    var figures = new MemberFigures(into, months, scenario, from);
    Fold fold = MemberFold.run(journal, scenario, figures);
    journal.identities().forEach(identity -> figures.left(fold.account(identity)));
    return figures.finish(fold);
  }

  @Override
  public void reach(Instant moment, Fold before) {
    int month = months.of(moment);
    if (firstMonth == NEVER || month < firstMonth) {
      firstMonth = month;
    }
    if (inTime && tiers != null) {
      if (tierMonth == NEVER) {
        tierMonth = month;
      }
      standUntil(month, before, tiers);
    }
  }

  @Override
  public void see(Instant at, Step step) {
    int month = months.of(at);
    boolean told = from == null || !at.isBefore(from);
    switch (step) {
      case Step.Changed(List<Step.Booked> booked) -> {
        rated = true;
        for (Step.Booked one : booked) {
          take(month, told, one.posting(), market(one.rated().fact()));
        }
      }
      case Step.Passed(_, Posting posting, _) -> take(month, told, posting, null);
      case Step.Spent(_, Posting posting, _) -> take(month, told, posting, null);
    }
  }

  /** Market of facts; what else moves points has none of its own. */
  private void take(int month, boolean told, Posting posting, @Nullable String market) {
    long issued = 0;
    long used = 0;
    long expired = 0;
    for (Entry entry : posting.entries()) {
      switch (entry.account()) {
        case ISSUED, ADJUSTED -> issued -= entry.points();
        case REDEEMED -> used += entry.points();
        case EXPIRED, FORFEITED -> expired += entry.points();
        case PENDING, AVAILABLE, HELD, OWED -> {
          // the member's own, the other side of these
        }
      }
    }
    long change = issued - used - expired;
    if (change != 0) {
      changes.merge(month, change, Long::sum);
    }
    if (told) {
      Sums flow = Sums.rated(issued).plus(Sums.gone(used, expired));
      if (!flow.equals(Sums.ZERO)) {
        flows.merge(month, flow, Sums::plus);
      }
      if (market != null && issued != 0) {
        into.market(market, Sums.rated(issued));
      }
    }
  }

  private String market(Fact fact) {
    String market =
        switch (fact) {
          case OrderFact order -> order.market();
          case FreeReturnFact back -> back.market();
          case ActivityFact _, MigrationFact _, GrantFact _ -> "";
        };
    markets.put(fact.id(), market);
    return market;
  }

  private long finish(Fold fold) {
    if (firstMonth == NEVER) {
      return 0;
    }
    if (tiers != null) {
      tierMonth = tierMonth == NEVER ? firstMonth : tierMonth;
      standUntil(months.last() + 1, fold, tiers);
    }
    flows.forEach(into::month);
    long balance = 0;
    for (Map.Entry<Integer, Long> change : changes.entrySet()) {
      long before = balance;
      balance += change.getValue();
      into.month(change.getKey(), Sums.balance(before, balance));
    }
    return balance;
  }

  /** What is left in lots, by the market in which they were earned. */
  private void left(Account account) {
    for (Lot lot : account.lots()) {
      if (lot.remaining() > 0) {
        into.market(markets.getOrDefault(lot.causeId(), ""), Sums.left(lot.remaining()));
      }
    }
  }

  private void standUntil(int month, Fold fold, TierProgress progress) {
    for (; tierMonth < month; tierMonth++) {
      if (rated) {
        progress.ratings(fold.ratings());
        rated = false;
      }
      Optional<String> now = progress.tier(months.close(tierMonth));
      if (!now.equals(tier)) {
        int at = tierMonth;
        tier.ifPresent(key -> into.tier(at, key, -1));
        now.ifPresent(key -> into.tier(at, key, 1));
        tier = now;
      }
    }
  }
}
