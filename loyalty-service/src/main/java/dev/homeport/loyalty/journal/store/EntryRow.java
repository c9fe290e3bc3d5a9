package dev.homeport.loyalty.journal.store;

import dev.homeport.loyalty.ledger.Entry;
import dev.homeport.platform.id.Ids;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/** An entry, the transaction that it belongs to, and whose it is. */
record EntryRow(UUID identityId, UUID entryId, UUID transactionId, Entry entry) {

  static Stream<EntryRow> of(JournalledStep step) {
    return step.step().posting().entries().stream()
        .map(entry -> new EntryRow(step.identityId(), Ids.next(), step.transactionId(), entry));
  }

  String account() {
    return entry.account().name().toLowerCase(Locale.ROOT);
  }
}
