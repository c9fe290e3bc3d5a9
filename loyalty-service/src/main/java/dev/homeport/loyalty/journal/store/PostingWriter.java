package dev.homeport.loyalty.journal.store;

import dev.homeport.loyalty.earning.store.RatingText;
import dev.homeport.loyalty.journal.Step;
import dev.homeport.loyalty.ledger.Account;
import dev.homeport.loyalty.ledger.Lot;
import dev.homeport.loyalty.programme.OverdraftFloor;
import dev.homeport.loyalty.programme.Programme;
import dev.homeport.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes a batch of applied events: a statement for each table, however many rows. */
@ApplicationScoped
class PostingWriter {
  private final Database database;
  private final Programme programme;
  private final Clock clock;

  PostingWriter(Database database, Programme programme, Clock clock) {
    this.database = database;
    this.programme = programme;
    this.clock = clock;
  }

  void write(List<JournalledStep> steps, List<OpenAccount> opened) {
    Instant now = clock.instant();
    insertJournal(steps, now);
    upsertAwards(steps);
    var moving = steps.stream().filter(JournalledStep::movesPoints).toList();
    insertTransactions(moving, now);
    insertEntries(moving.stream().flatMap(EntryRow::of).toList());
    upsertLots(lastStates(steps));
    upsertAccounts(opened.stream().map(OpenAccount::account).toList(), now);
    database.update(
        PostingSql.JOURNAL_LENGTHS,
        to ->
            to.tenant()
                .texts(opened, OpenAccount::identityId)
                .numbers(opened, OpenAccount::journalLength));
  }

  private void insertJournal(List<JournalledStep> steps, Instant now) {
    database.update(
        PostingSql.JOURNAL,
        to ->
            to.tenant()
                .instant(now)
                .texts(steps, JournalledStep::identityId)
                .numbers(steps, JournalledStep::sequence)
                .texts(steps, row -> EventText.kind(row.event()))
                .texts(steps, row -> EventText.id(row.event()))
                .numbers(steps, row -> EventText.revision(row.event()))
                .texts(steps, row -> row.event().effectiveAt())
                .texts(steps, row -> EventText.write(row.event())));
  }

  private void upsertAwards(List<JournalledStep> steps) {
    var last = new LinkedHashMap<UUID, Step.Rated>();
    for (JournalledStep journalled : steps) {
      if (journalled.step() instanceof Step.Rated rated) {
        last.put(rated.fact().id(), rated);
      }
    }
    Collection<Step.Rated> rows = last.values();
    database.update(
        PostingSql.AWARDS,
        to ->
            to.tenant()
                .text(programme.key())
                .number(programme.version())
                .texts(rows, row -> row.fact().identityId())
                .texts(rows, row -> row.fact().id())
                .texts(rows, _ -> Programme.BASE_RULE)
                .texts(rows, row -> EventText.kind(row.event()))
                .numbers(rows, row -> row.fact().revision())
                .numbers(rows, row -> row.rating().points())
                .texts(rows, row -> row.fact().occurredAt())
                .texts(rows, row -> RatingText.write(row.rating())));
  }

  private void insertTransactions(List<JournalledStep> rows, Instant now) {
    database.update(
        PostingSql.TRANSACTIONS,
        to ->
            to.tenant()
                .text(programme.key())
                .number(programme.version())
                .instant(now)
                .texts(rows, JournalledStep::identityId)
                .texts(rows, JournalledStep::transactionId)
                .texts(rows, _ -> Programme.BASE_RULE)
                .texts(rows, row -> EventText.kind(row.posting().cause().kind()))
                .texts(rows, row -> row.posting().cause().id())
                .numbers(rows, row -> row.posting().cause().revision())
                .numbers(rows, JournalledStep::sequence)
                .texts(rows, row -> row.posting().effectiveAt()));
  }

  private void insertEntries(List<EntryRow> rows) {
    database.update(
        PostingSql.ENTRIES,
        to ->
            to.tenant()
                .text(programme.key())
                .texts(rows, EntryRow::identityId)
                .texts(rows, EntryRow::entryId)
                .texts(rows, EntryRow::transactionId)
                .texts(rows, EntryRow::account)
                .numbers(rows, row -> row.entry().points())
                .texts(rows, row -> row.entry().lotId())
                .texts(rows, row -> row.entry().explanation()));
  }

  private void upsertLots(Collection<LotRow> rows) {
    database.update(
        PostingSql.LOTS,
        to ->
            to.tenant()
                .text(programme.key())
                .texts(rows, LotRow::identityId)
                .texts(rows, row -> row.lot().id())
                .texts(rows, row -> row.lot().causeId())
                .texts(rows, row -> row.lot().rule())
                .numbers(rows, row -> row.lot().size())
                .numbers(rows, row -> row.lot().used())
                .numbers(rows, row -> row.lot().expired())
                .texts(rows, row -> row.lot().usableFrom())
                .texts(rows, row -> row.lot().expiresAt()));
  }

  private void upsertAccounts(List<Account> rows, Instant now) {
    database.update(
        PostingSql.ACCOUNTS,
        to ->
            to.tenant()
                .text(programme.key())
                .number(overdraft())
                .instant(now)
                .texts(rows, Account::identityId)
                .numbers(rows, row -> row.balances().pending())
                .numbers(rows, row -> row.balances().available())
                .numbers(rows, row -> row.balances().held())
                .numbers(rows, row -> row.balances().owed())
                .numbers(rows, row -> row.totals().earned())
                .numbers(rows, row -> row.totals().clawed())
                .numbers(rows, row -> row.totals().expired())
                .texts(rows, Account::horizon));
  }

  private static Collection<LotRow> lastStates(List<JournalledStep> steps) {
    var last = new LinkedHashMap<UUID, LotRow>();
    for (JournalledStep step : steps) {
      for (Lot lot : step.posting().lots()) {
        last.put(lot.id(), new LotRow(step.identityId(), lot));
      }
    }
    return last.values();
  }

  private @Nullable Long overdraft() {
    return switch (programme.floor()) {
      case OverdraftFloor.None _ -> 0L;
      case OverdraftFloor.Limit limit -> limit.points();
      case OverdraftFloor.Unlimited _ -> null;
    };
  }
}
