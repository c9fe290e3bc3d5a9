package dev.homeport.loyalty.backtest;

import dev.homeport.loyalty.journal.Fold;
import dev.homeport.loyalty.journal.Step;
import dev.homeport.loyalty.ledger.Account;
import dev.homeport.loyalty.ledger.Cause;
import dev.homeport.loyalty.ledger.Entry;
import dev.homeport.loyalty.ledger.Lot;
import dev.homeport.loyalty.ledger.Posting;
import dev.homeport.loyalty.rating.Rated;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the ledger as texts, with everything but ids of their own and moments of posting:
 * entries with their transaction and lot, and in the end lots, ratings and balances.
 */
public final class Rows {
  private final Map<UUID, String> lotNames = new HashMap<>();
  private final Map<UUID, String> ratings = new TreeMap<>();
  private final List<At> entries = new ArrayList<>();
  private final List<String> states = new ArrayList<>();

  /** An entry and when whatever caused it came to be. */
  public record At(Instant at, String text) {}

  /** What a journal gives under a scenario. */
  public static Rows of(MemberJournal journal, Scenario scenario) {
    var rows = new Rows();
    var events = new long[1];
    Fold fold =
        MemberFold.run(
            journal,
            scenario,
            new MemberFold.Watcher() {
              @Override
              public void reach(Instant moment, Fold before) {
                events[0]++;
              }

              @Override
              public void see(Instant at, Step step) {
                rows.add(events[0], at, step);
              }
            });
    journal.identities().forEach(identity -> rows.end(fold.account(identity)));
    return rows;
  }

  /**
   * Takes what a step posted.
   *
   * @param sequence the place of its event in the journal
   */
  public void add(long sequence, Instant at, Step step) {
    switch (step) {
      case Step.Changed(List<Step.Booked> booked) -> {
        for (Step.Booked one : booked) {
          Rated rated = one.rated();
          add(sequence, at, rated.explanation().version(), one.posting());
          ratings.put(
              rated.fact().id(),
              "rating %s %d %d %d %s"
                  .formatted(
                      rated.fact().id(),
                      rated.fact().revision(),
                      rated.points(),
                      rated.explanation().version(),
                      rated.fact().occurredAt()));
        }
      }
      case Step.Passed(_, Posting posting, int version) -> add(sequence, at, version, posting);
      case Step.Spent(_, Posting posting, int version) -> add(sequence, at, version, posting);
    }
  }

  private void add(long sequence, Instant at, int version, Posting posting) {
    posting.lots().forEach(lot -> lotNames.put(lot.id(), name(lot)));
    Cause cause = posting.cause();
    for (Entry entry : posting.entries()) {
      String text =
          entry(
              sequence,
              cause.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
              isTime(cause) ? "" : cause.id().toString(),
              cause.revision(),
              version,
              posting.effectiveAt(),
              entry.account().name().toLowerCase(Locale.ROOT),
              entry.points(),
              entry.lotId() == null ? "" : lotNames.get(entry.lotId()),
              entry.explanation());
      entries.add(new At(at, text));
    }
  }

  /** One entry, as {@code select} gives it too. */
  public static String entry(
      long sequence,
      String causeKind,
      String causeId,
      long causeRevision,
      int version,
      Instant effectiveAt,
      String account,
      long points,
      @Nullable String lot,
      String explanation) {
    return "%d %s %s/%d v%d %s %s %+d [%s] %s"
        .formatted(
            sequence,
            causeKind,
            causeId,
            causeRevision,
            version,
            effectiveAt,
            account,
            points,
            lot,
            explanation);
  }

  private static boolean isTime(Cause cause) {
    return cause.kind() == Cause.Kind.EXPIRY || cause.kind() == Cause.Kind.OPENING;
  }

  private void end(Account account) {
    states.addAll(state(account));
  }

  /** An account as it stands. */
  public static List<String> state(Account account) {
    var state = new ArrayList<String>();
    state.add("account " + account.totals() + " " + account.balances());
    account.lots().stream()
        .filter(lot -> lot.size() > 0)
        .map(
            lot ->
                "lot %s %s %d %d %d %s %s"
                    .formatted(
                        name(lot),
                        lot.stage(),
                        lot.size(),
                        lot.used(),
                        lot.expired(),
                        lot.usableFrom(),
                        lot.expiresAt()))
        .sorted()
        .forEach(state::add);
    return state;
  }

  /** What tells a lot from others. */
  public static String name(Lot lot) {
    return lot.causeId() + " " + lot.rule();
  }

  public List<At> entries() {
    return entries;
  }

  /** The entries in an order that does not depend on how they are kept. */
  public List<String> sortedEntries() {
    return entries.stream().map(At::text).sorted().toList();
  }

  /** Balances, lots and ratings. */
  public List<String> states() {
    var all = new ArrayList<>(states);
    all.addAll(ratings.values());
    return all;
  }

  public List<String> ratings() {
    return List.copyOf(ratings.values());
  }
}
