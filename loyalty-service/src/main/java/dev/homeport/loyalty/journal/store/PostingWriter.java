package dev.homeport.loyalty.journal.store;

import dev.homeport.loyalty.journal.Event;
import dev.homeport.loyalty.journal.Step;
import dev.homeport.loyalty.ledger.Lot;
import dev.homeport.loyalty.ledger.Posting;
import dev.homeport.platform.database.Database;
import dev.homeport.platform.event.EventJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Writes a batch of applied events: a statement for each table, however many rows. */
@ApplicationScoped
class PostingWriter {
  private final Database database;
  private final ChangedMembers changed;
  private final Clock clock;

  PostingWriter(Database database, ChangedMembers changed, Clock clock) {
    this.database = database;
    this.changed = changed;
    this.clock = clock;
  }

  /** Writes what was done, if anything was. */
  void write(List<JournalledStep> steps, List<OpenMember> opened) {
    if (steps.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    insertJournal(steps, now);
    upsertRatings(RatingRow.of(steps));
    List<TransactionRow> moving =
        steps.stream().flatMap(TransactionRow::of).filter(TransactionRow::movesPoints).toList();
    insertTransactions(moving, now);
    insertEntries(moving.stream().flatMap(EntryRow::of).toList());
    upsertLots(lastStates(steps));
    upsertSpends(lastSpends(steps));
    Set<UUID> moved = steps.stream().map(JournalledStep::identityId).collect(Collectors.toSet());
    upsertAccounts(opened, moved, now);
    updateJournalLengths(opened, moved);
    changed.posted(steps, now);
  }

  private void updateJournalLengths(List<OpenMember> opened, Set<UUID> moved) {
    List<Map.Entry<UUID, Long>> lengths =
        opened.stream()
            .flatMap(member -> member.journalLengths().entrySet().stream())
            .filter(length -> moved.contains(length.getKey()))
            .toList();
    database.update(
        PostingSql.JOURNAL_LENGTHS,
        to -> to.tenant().texts(lengths, Map.Entry::getKey).numbers(lengths, Map.Entry::getValue));
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

  private void upsertRatings(Collection<RatingRow> rows) {
    database.update(
        PostingSql.RATINGS,
        to ->
            to.tenant()
                .texts(rows, row -> row.rated().fact().identityId())
                .texts(rows, RatingRow::programme)
                .numbers(rows, row -> row.rated().explanation().version())
                .texts(rows, row -> row.rated().fact().id())
                .texts(rows, row -> EventText.kind(row.rated().fact()))
                .numbers(rows, row -> row.rated().fact().revision())
                .numbers(rows, row -> row.rated().points())
                .texts(rows, row -> row.rated().fact().occurredAt())
                .texts(rows, row -> EventJson.write(row.rated().explanation())));
  }

  private void insertTransactions(List<TransactionRow> rows, Instant now) {
    database.update(
        PostingSql.TRANSACTIONS,
        to ->
            to.tenant()
                .instant(now)
                .texts(rows, TransactionRow::identityId)
                .texts(rows, TransactionRow::programme)
                .numbers(rows, TransactionRow::version)
                .texts(rows, TransactionRow::transactionId)
                .texts(rows, TransactionRow::rule)
                .texts(rows, row -> EventText.kind(row.posting().cause().kind()))
                .texts(rows, row -> row.posting().cause().id())
                .numbers(rows, row -> row.posting().cause().revision())
                .numbers(rows, TransactionRow::sequence)
                .texts(rows, row -> row.posting().effectiveAt()));
  }

  private void insertEntries(List<EntryRow> rows) {
    database.update(
        PostingSql.ENTRIES,
        to ->
            to.tenant()
                .texts(rows, row -> row.transaction().identityId())
                .texts(rows, row -> row.transaction().programme())
                .texts(rows, EntryRow::entryId)
                .texts(rows, row -> row.transaction().transactionId())
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
                .texts(rows, LotRow::identityId)
                .texts(rows, LotRow::programme)
                .texts(rows, row -> row.lot().id())
                .texts(rows, row -> row.lot().causeId())
                .texts(rows, row -> row.lot().rule())
                .texts(rows, row -> row.lot().stage().name().toLowerCase(Locale.ROOT))
                .numbers(rows, row -> row.lot().size())
                .numbers(rows, row -> row.lot().used())
                .numbers(rows, row -> row.lot().expired())
                .texts(rows, row -> row.lot().usableFrom())
                .texts(rows, row -> row.lot().expiresAt()));
  }

  private void upsertSpends(Collection<Event.Spent> rows) {
    if (rows.isEmpty()) {
      return;
    }
    database.update(
        PostingSql.SPENDS,
        to ->
            to.tenant()
                .texts(rows, Event.Spent::identityId)
                .texts(rows, Event.Spent::id)
                .texts(rows, Event.Spent::spenderId)
                .texts(rows, Event.Spent::programme)
                .numbers(rows, Event.Spent::revision)
                .texts(rows, Event.Spent::at)
                .texts(rows, row -> EventText.slug(row.use()))
                .numbers(rows, Event.Spent::points));
  }

  private void upsertAccounts(List<OpenMember> opened, Set<UUID> moved, Instant now) {
    List<OpenAccount> rows =
        opened.stream()
            .flatMap(
                member ->
                    member.journalLengths().keySet().stream()
                        .filter(moved::contains)
                        .flatMap(identity -> member.accounts(identity).stream()))
            .toList();
    database.update(
        PostingSql.ACCOUNTS,
        to ->
            to.tenant()
                .instant(now)
                .texts(rows, row -> row.account().identityId())
                .texts(rows, OpenAccount::programme)
                .texts(rows, OpenAccount::overdraft)
                .numbers(rows, row -> row.account().balances().pending())
                .numbers(rows, row -> row.account().balances().available())
                .numbers(rows, row -> row.account().balances().held())
                .numbers(rows, row -> row.account().balances().owed())
                .numbers(rows, row -> row.account().totals().earned())
                .numbers(rows, row -> row.account().totals().clawed())
                .numbers(rows, row -> row.account().totals().expired())
                .numbers(rows, row -> row.account().totals().redeemed())
                .texts(rows, row -> row.account().horizon()));
  }

  private static Collection<Event.Spent> lastSpends(List<JournalledStep> steps) {
    var last = new LinkedHashMap<List<UUID>, Event.Spent>();
    for (JournalledStep journalled : steps) {
      for (Step step : journalled.steps().values()) {
        if (step instanceof Step.Spent(Event.Spent spent, _, _)) {
          last.put(List.of(spent.id(), spent.identityId()), spent);
        }
      }
    }
    return last.values();
  }

  private static Collection<LotRow> lastStates(List<JournalledStep> steps) {
    var last = new LinkedHashMap<UUID, LotRow>();
    for (JournalledStep journalled : steps) {
      for (Map.Entry<String, Step> step : journalled.steps().entrySet()) {
        for (Posting posting : step.getValue().postings()) {
          for (Lot lot : posting.lots()) {
            last.put(lot.id(), new LotRow(journalled.identityId(), step.getKey(), lot));
          }
        }
      }
    }
    return last.values();
  }
}
