package dev.homeport.loyalty.journal.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.loyalty.fact.Fact;
import dev.homeport.loyalty.journal.OnlineRetail;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestTenants;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/** The published figures again, now through the tables. */
@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class OnlineRetailLedgerTest {
  private static final Logger LOG = Logger.getLogger(OnlineRetailLedgerTest.class);
  private static final int BATCH = 500;

  @Inject LedgerFixture ledger;

  @Test
  void aYearOfOrdersIsPostedToThePoint() {
    List<Fact> facts = OnlineRetail.facts();
    UUID merchant = TestTenants.create("GBP", "Europe/London");
    takeAll(merchant, facts);

    assertThat(ledger.number(merchant, "select sum(earned) from account")).isEqualTo(8_902_670);
    assertThat(ledger.number(merchant, "select sum(clawed) from account")).isEqualTo(609_431);
    assertThat(ledger.number(merchant, "select sum(points) from entry where account = 'available'"))
        .isEqualTo(8_902_670 - 609_431);
    String running =
        """
        with running as (
          select e.identity_id, sum(sum(points)) over (
            partition by e.identity_id order by t.sequence) as balance
          from entry e join ledger_transaction t using (tenant_id, identity_id, transaction_id)
          where e.account = 'available' group by e.identity_id, t.sequence)
        """;
    assertThat(
            ledger.number(
                merchant,
                running + "select count(distinct identity_id) from running where balance < 0"))
        .isEqualTo(185);
    assertThat(ledger.number(merchant, running + "select min(balance) from running"))
        .isEqualTo(-4_287);
  }

  private void takeAll(UUID merchant, List<Fact> facts) {
    long start = System.nanoTime();
    for (int from = 0; from < facts.size(); from += BATCH) {
      ledger.take(merchant, facts.subList(from, Math.min(from + BATCH, facts.size())));
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    LOG.infof("posted: facts=%d millis=%d", facts.size(), took.toMillis());
  }
}
