package dev.homeport.loyalty.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.loyalty.fact.Fact;
import dev.homeport.loyalty.ledger.Account;
import dev.homeport.loyalty.programme.Documents;
import dev.homeport.loyalty.programme.OverdraftFloor;
import dev.homeport.loyalty.programme.Versions;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The published figures of one point per pound over a real year. */
class OnlineRetailPointsTest {
  private static final Versions STARTER = Documents.versions(Documents.starter());

  @Test
  void aYearOfOrdersEarnsAndLosesWhatIsPublished() {
    var folds = new HashMap<UUID, Fold>();
    var lowest = new HashMap<UUID, Long>();
    for (Fact fact : OnlineRetail.facts()) {
      Fold fold = folds.computeIfAbsent(fact.identityId(), OnlineRetailPointsTest::fold);
      fold.apply(fact);
      lowest.merge(fact.identityId(), fold.account().balances().available(), Math::min);
    }

    assertThat(folds).hasSize(4_372);
    assertThat(sum(folds).earned()).isEqualTo(8_902_670);
    assertThat(sum(folds).clawed()).isEqualTo(609_431);
    assertThat(lowest.values()).filteredOn(balance -> balance < 0).hasSize(185);
    assertThat(lowest.values().stream().min(Long::compare)).contains(-4_287L);
  }

  private static Fold fold(UUID buyer) {
    return new Fold(
        STARTER, new OverdraftFloor.Unlimited(), Fold.State.empty(buyer), UUID::randomUUID);
  }

  private static Account.Totals sum(Map<UUID, Fold> folds) {
    return folds.values().stream()
        .map(fold -> fold.account().totals())
        .reduce(
            Account.Totals.ZERO,
            (a, b) -> new Account.Totals(a.earned() + b.earned(), a.clawed() + b.clawed(), 0, 0));
  }
}
