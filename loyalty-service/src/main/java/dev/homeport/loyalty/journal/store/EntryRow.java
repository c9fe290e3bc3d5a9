package dev.homeport.loyalty.journal.store;

import dev.homeport.loyalty.ledger.Entry;
import dev.homeport.platform.id.Ids;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/** An entry and the transaction that it belongs to. */
record EntryRow(TransactionRow transaction, UUID entryId, Entry entry) {

  static Stream<EntryRow> of(TransactionRow transaction) {
    return transaction.posting().entries().stream()
        .map(entry -> new EntryRow(transaction, Ids.next(), entry));
  }

  String account() {
    return entry.account().name().toLowerCase(Locale.ROOT);
  }
}
