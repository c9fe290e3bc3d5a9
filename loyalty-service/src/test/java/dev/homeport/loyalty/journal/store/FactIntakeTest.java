package dev.homeport.loyalty.journal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.homeport.loyalty.fact.Fact;
import dev.homeport.loyalty.journal.Facts;
import dev.homeport.loyalty.journal.RandomHistory;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestTenants;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class FactIntakeTest {
  private static final int BUYERS = 120;
  private static final String ACCOUNTS =
      """
      select concat_ws(' ', identity_id, pending, available, held, owed, earned, clawed)
      from account order by identity_id""";
  private static final String LOTS =
      """
      select concat_ws(' ', identity_id, cause_id, size, used, usable_from, expires_at)
      from lot where size > 0 order by identity_id, cause_id""";
  private static final String AWARDS =
      """
      select concat_ws(' ', identity_id, cause_id, cause_revision, points)
      from rating order by identity_id, cause_id""";

  @Inject LedgerFixture ledger;

  @Test
  void duplicatesAndDisorderEndInTheSameBalancesAndLots() {
    UUID tidy = TestTenants.create();
    UUID untidy = TestTenants.create();
    var histories = histories(BUYERS);
    ledger.take(tidy, histories.stream().flatMap(each -> each.inOrder().stream()).toList());
    var disordered =
        new ArrayList<>(histories.stream().flatMap(each -> each.disordered().stream()).toList());
    Collections.shuffle(disordered, new Random(4));
    for (List<Fact> batch : batches(disordered, 50)) {
      ledger.take(untidy, batch);
    }

    for (String query : List.of(ACCOUNTS, LOTS, AWARDS)) {
      assertThat(ledger.texts(untidy, query)).isEqualTo(ledger.texts(tidy, query));
    }
  }

  @Test
  void concurrentBatchesOfTheSameBuyersNeitherLoseNorDeadlock() throws Exception {
    UUID expected = TestTenants.create();
    UUID merchant = TestTenants.create();
    var histories = histories(BUYERS);
    var facts =
        new ArrayList<>(histories.stream().flatMap(each -> each.inOrder().stream()).toList());
    ledger.take(expected, facts);
    Collections.shuffle(facts, new Random(5));

    takeConcurrently(merchant, batches(facts, 20));

    assertThat(ledger.texts(merchant, ACCOUNTS)).isEqualTo(ledger.texts(expected, ACCOUNTS));
    assertThat(ledger.texts(merchant, LOTS)).isEqualTo(ledger.texts(expected, LOTS));
  }

  @Test
  void everyTransactionSumsToZeroAndEveryBalanceIsTheSumOfItsEntries() {
    UUID merchant = TestTenants.create();
    histories(BUYERS).forEach(each -> ledger.take(merchant, each.disordered()));

    assertThat(ledger.number(merchant, "select count(*) from entry")).isPositive();
    assertThat(
            ledger.texts(
                merchant,
                """
                select transaction_id::text from entry
                group by transaction_id having sum(points) <> 0"""))
        .isEmpty();
    assertThat(
            ledger.texts(
                merchant,
                """
                select a.identity_id::text from account a
                where (a.available, a.owed) <> (
                  select coalesce(sum(points) filter (where account = 'available'), 0),
                    coalesce(sum(points) filter (where account = 'owed'), 0)
                  from entry e where e.identity_id = a.identity_id)"""))
        .isEmpty();
  }

  @Test
  void theJournalCountsWithoutGaps() {
    UUID merchant = TestTenants.create();
    histories(BUYERS).forEach(each -> ledger.take(merchant, each.disordered()));

    assertThat(
            ledger.texts(
                merchant,
                """
                select i.identity_id::text from identity i where i.journal_length <> (
                  select count(*) from journal j where j.identity_id = i.identity_id
                    and j.sequence <= i.journal_length)"""))
        .isEmpty();
  }

  @Test
  void entriesThatDoNotSumToZeroAreRefusedByTheDatabase() {
    UUID merchant = TestTenants.create();
    String entry =
        """
        insert into entry values ('%s', gen_random_uuid(), gen_random_uuid(), gen_random_uuid(),
          'points', 'available', 5, null, 'out of thin air')"""
            .formatted(merchant);
    assertThatThrownBy(() -> ledger.execute(merchant, entry))
        .rootCause()
        .hasMessageContaining("do not sum to zero");
  }

  @Test
  void whatHasBeenPostedCanNeitherBeChangedNorRemoved() {
    UUID merchant = TestTenants.create();
    ledger.take(merchant, List.of(Facts.order(new UUID(3, 3), 1, "20", "0")));
    for (String table : List.of("entry", "ledger_transaction", "journal")) {
      assertThatThrownBy(() -> ledger.execute(merchant, "delete from " + table))
          .as(table)
          .rootCause()
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void anotherTenantSeesNothingOfIt() {
    UUID merchant = TestTenants.create();
    ledger.take(merchant, List.of(Facts.order(new UUID(3, 4), 1, "20", "0")));
    UUID other = TestTenants.create();
    for (String table :
        List.of("identity", "journal", "rating", "account", "lot", "ledger_transaction", "entry")) {
      assertThat(ledger.number(merchant, "select count(*) from " + table)).as(table).isPositive();
      assertThat(ledger.number(other, "select count(*) from " + table)).as(table).isZero();
    }
  }

  private void takeConcurrently(UUID merchant, List<List<Fact>> batches)
      throws InterruptedException, ExecutionException {
    try (var threads = Executors.newFixedThreadPool(8)) {
      List<Callable<Object>> work =
          batches.stream()
              .map(batch -> Executors.callable(() -> ledger.take(merchant, batch)))
              .toList();
      for (Future<Object> done : threads.invokeAll(work)) {
        done.get();
      }
    }
  }

  private static List<RandomHistory> histories(int count) {
    return LongStream.range(0, count).mapToObj(RandomHistory::new).toList();
  }

  private static List<List<Fact>> batches(List<Fact> facts, int size) {
    var batches = new ArrayList<List<Fact>>();
    for (int from = 0; from < facts.size(); from += size) {
      batches.add(facts.subList(from, Math.min(from + size, facts.size())));
    }
    return batches;
  }
}
