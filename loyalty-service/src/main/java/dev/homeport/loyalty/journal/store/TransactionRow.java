package dev.homeport.loyalty.journal.store;

import dev.homeport.loyalty.journal.Step;
import dev.homeport.loyalty.ledger.Lot;
import dev.homeport.loyalty.ledger.Posting;
import dev.homeport.loyalty.rating.Rated;
import dev.homeport.platform.id.Ids;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A posting as it is stored: whose it is, in which programme, and because of what.
 *
 * @param version that rated its cause; 0 when none did
 * @param rule when one alone moved points
 */
record TransactionRow(
    UUID identityId,
    UUID transactionId,
    String programme,
    int version,
    @Nullable String rule,
    long sequence,
    Posting posting) {

  static Stream<TransactionRow> of(JournalledStep journalled) {
    return journalled.steps().entrySet().stream()
        .flatMap(step -> of(journalled, step.getKey(), step.getValue()));
  }

  private static Stream<TransactionRow> of(JournalledStep journalled, String programme, Step step) {
    return switch (step) {
      case Step.Changed(List<Step.Booked> booked) ->
          booked.stream()
              .map(each -> row(journalled, programme, version(each.rated()), each.posting()));
      case Step.Passed(_, Posting posting, int version) ->
          Stream.of(row(journalled, programme, version, posting));
      case Step.Spent(_, Posting posting, int version) ->
          Stream.of(row(journalled, programme, version, posting));
    };
  }

  private static TransactionRow row(
      JournalledStep journalled, String programme, int version, Posting posting) {
    return new TransactionRow(
        journalled.identityId(),
        Ids.next(),
        programme,
        version,
        rule(posting),
        journalled.sequence(),
        posting);
  }

  private static int version(Rated rated) {
    return rated.explanation().version();
  }

  private static @Nullable String rule(Posting posting) {
    List<String> rules =
        posting.lots().stream()
            .filter(lot -> lot.causeId().equals(posting.cause().id()))
            .map(Lot::rule)
            .distinct()
            .toList();
    return rules.size() == 1 ? rules.getFirst() : null;
  }

  boolean movesPoints() {
    return !posting.entries().isEmpty();
  }
}
