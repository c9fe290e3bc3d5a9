package dev.homeport.loyalty.journal.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.loyalty.fact.Fact;
import dev.homeport.loyalty.journal.RandomHistory;
import dev.homeport.loyalty.member.IdentityMap;
import dev.homeport.loyalty.member.Member;
import dev.homeport.loyalty.member.Members;
import dev.homeport.platform.identity.IdentityMapped;
import dev.homeport.platform.tenant.CurrentTenant;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestTenants;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What merges and their reversals do to points; the seed is in each message. */
@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class MovedIdentitiesTest {
  private static final int BUYERS = 12;

  @Inject LedgerFixture ledger;
  @Inject IdentityMap identities;
  @Inject Members members;
  @Inject CurrentTenant tenant;

  @Test
  void identities_that_were_moved_and_moved_back_leave_every_member_as_without() {
    for (long seed = 0; seed < 8; seed++) {
      var random = new Random(seed);
      List<RandomHistory> histories = histories(seed);
      UUID never = TestTenants.create();
      UUID merged = TestTenants.create();
      histories.forEach(history -> ledger.take(never, history.inOrder()));

      List<Runnable> steps = steps(merged, histories);
      moves(random, buyers(histories)).forEach(move -> steps.add(() -> map(merged, move)));
      Collections.shuffle(steps, random);
      steps.forEach(Runnable::run);

      assertThat(points(merged)).as("seed %d", seed).isEqualTo(points(never));
    }
  }

  @Test
  void a_survivor_has_the_sum_of_what_its_identities_have() {
    List<RandomHistory> histories = histories(99);
    UUID never = TestTenants.create();
    UUID merged = TestTenants.create();
    histories.forEach(history -> ledger.take(never, history.inOrder()));
    histories.forEach(history -> ledger.take(merged, history.inOrder()));
    List<UUID> buyers = buyers(histories);
    UUID survivor = buyers.getFirst();

    buyers.forEach(buyer -> map(merged, new IdentityMapped(buyer, survivor, 2, 2)));

    List<Member> apart = list(never);
    assertThat(list(merged))
        .singleElement()
        .satisfies(
            member -> {
              assertThat(member.customerId()).isEqualTo(survivor);
              assertThat(member.net()).isEqualTo(apart.stream().mapToLong(Member::net).sum());
              assertThat(member.earned()).isEqualTo(apart.stream().mapToLong(Member::earned).sum());
              assertThat(member.openLots())
                  .isEqualTo(apart.stream().mapToLong(Member::openLots).sum());
            });
  }

  private List<Runnable> steps(UUID merchant, List<RandomHistory> histories) {
    var steps = new ArrayList<Runnable>();
    for (RandomHistory history : histories) {
      for (Fact fact : history.inOrder()) {
        steps.add(() -> ledger.take(merchant, List.of(fact)));
      }
    }
    return steps;
  }

  /** Each buyer is some others for a while, and at last itself again; some is told twice. */
  private static List<IdentityMapped> moves(Random random, List<UUID> buyers) {
    var moves = new ArrayList<IdentityMapped>();
    for (UUID buyer : buyers) {
      int times = 1 + random.nextInt(4);
      for (int epoch = 1; epoch <= times; epoch++) {
        UUID other = buyers.get(random.nextInt(buyers.size()));
        moves.add(new IdentityMapped(buyer, other, epoch, epoch));
      }
      moves.add(new IdentityMapped(buyer, buyer, times + 1, times + 1));
    }
    moves.addAll(moves.subList(0, moves.size() / 3));
    return moves;
  }

  private void map(UUID merchant, IdentityMapped move) {
    tenant.run(
        merchant,
        () -> QuarkusTransaction.requiringNew().run(() -> identities.take(List.of(move))));
  }

  /** All but the moment of the last posting. */
  private Map<UUID, List<Object>> points(UUID merchant) {
    return list(merchant).stream()
        .collect(
            Collectors.toMap(
                Member::customerId,
                member ->
                    List.of(
                        member.pending(),
                        member.net(),
                        member.held(),
                        member.earned(),
                        member.clawedBack(),
                        member.openLots(),
                        String.valueOf(member.nextExpiry()),
                        member.nextExpiryPoints())));
  }

  private List<Member> list(UUID merchant) {
    return tenant.call(
        merchant,
        () -> QuarkusTransaction.requiringNew().call(() -> members.list("points", null, 250)));
  }

  private static List<UUID> buyers(List<RandomHistory> histories) {
    return histories.stream().map(RandomHistory::buyer).distinct().toList();
  }

  private static List<RandomHistory> histories(long seed) {
    return LongStream.range(seed * 1_000, seed * 1_000 + BUYERS)
        .mapToObj(RandomHistory::new)
        .toList();
  }
}
