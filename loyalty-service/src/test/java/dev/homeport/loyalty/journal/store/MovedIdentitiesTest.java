package dev.homeport.loyalty.journal.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.loyalty.fact.Fact;
import dev.homeport.loyalty.journal.Programmes;
import dev.homeport.loyalty.journal.RandomHistory;
import dev.homeport.loyalty.member.Member;
import dev.homeport.loyalty.member.Members;
import dev.homeport.loyalty.replay.Replays;
import dev.homeport.platform.identity.IdentityMapped;
import dev.homeport.platform.tenant.CurrentTenant;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestTenants;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What merges and their reversals do to points; the seed is in each message. */
@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class MovedIdentitiesTest {
  private static final int BUYERS = 12;

  @Inject LedgerFixture ledger;
  @Inject MemberIntake identities;
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

  /** Where rules remember, orders after a merge are rated with those of all who are the member. */
  @Test
  void where_rules_remember_moves_may_come_before_or_after_the_facts_and_between_them() {
    for (long seed = 0; seed < 6; seed++) {
      var random = new Random(seed);
      List<RandomHistory> histories = histories(seed);
      List<IdentityMapped> moves = merges(random, buyers(histories));
      UUID tidy = remembering();
      moves.forEach(move -> map(tidy, move));
      histories.forEach(history -> ledger.take(tidy, history.inOrder()));
      UUID late = remembering();
      ledger.take(late, histories.stream().flatMap(each -> each.disordered().stream()).toList());
      moves.reversed().forEach(move -> map(late, move));
      UUID mixed = remembering();
      List<Runnable> steps = steps(mixed, histories);
      moves.forEach(move -> steps.add(() -> map(mixed, move)));
      Collections.shuffle(steps, random);
      steps.forEach(Runnable::run);
      UUID apart = remembering();
      histories.forEach(history -> ledger.take(apart, history.inOrder()));

      assertThat(rows(late)).as("late, seed %d", seed).isEqualTo(rows(tidy));
      assertThat(rows(mixed)).as("mixed, seed %d", seed).isEqualTo(rows(tidy));
      assertThat(rows(apart)).as("merges matter, seed %d", seed).isNotEqualTo(rows(tidy));
      assertThat(Replays.drift(mixed)).as("seed %d", seed).isZero();
      moves.forEach(move -> map(mixed, home(move.identityId())));
      assertThat(rows(mixed)).as("reversed, seed %d", seed).isEqualTo(rows(apart));
      assertThat(Replays.drift(mixed)).as("reversed, seed %d", seed).isZero();
    }
  }

  @Test
  void members_are_moved_while_facts_come_without_a_deadlock_or_a_loss() throws Exception {
    List<RandomHistory> histories = histories(77);
    List<IdentityMapped> moves = merges(new Random(77), buyers(histories));
    UUID expected = remembering();
    moves.forEach(move -> map(expected, move));
    histories.forEach(history -> ledger.take(expected, history.inOrder()));
    UUID merchant = remembering();
    List<Runnable> steps = steps(merchant, histories);
    moves.forEach(move -> steps.add(() -> map(merchant, move)));
    Collections.shuffle(steps, new Random(78));

    try (var threads = Executors.newFixedThreadPool(8)) {
      for (Future<Object> done :
          threads.invokeAll(steps.stream().map(Executors::callable).toList())) {
        done.get();
      }
    }

    assertThat(rows(merchant)).isEqualTo(rows(expected));
  }

  private UUID remembering() {
    UUID merchant = TestTenants.create();
    ledger.run(
        merchant,
        Programmes.REMEMBERING.replace(
            "\"expiry\": {\"type\": \"rolling\", \"months\": 12}",
            "\"expiry\": {\"type\": \"never\"}"));
    return merchant;
  }

  /** Every third buyer takes others in, at some moment of the histories. */
  private static List<IdentityMapped> merges(Random random, List<UUID> buyers) {
    var merges = new ArrayList<IdentityMapped>();
    for (int i = 0; i < buyers.size(); i++) {
      if (i % 3 > 0) {
        long moment =
            Programmes.START.plus(Duration.ofHours(random.nextInt(6_000))).getEpochSecond();
        merges.add(new IdentityMapped(buyers.get(i), buyers.get(i - i % 3), 2, moment * 1_000_000));
      }
    }
    return merges;
  }

  private static IdentityMapped home(UUID identity) {
    Instant later = Programmes.START.plus(Duration.ofDays(2_000));
    return new IdentityMapped(identity, identity, 3, later.getEpochSecond() * 1_000_000);
  }

  /** Ratings with their explanations, lots and balances. */
  private List<String> rows(UUID merchant) {
    return Stream.of(
            """
            select concat_ws(' ', identity_id, cause_id, cause_revision, points, explanation)
            from rating order by identity_id, cause_id""",
            """
            select concat_ws(' ', identity_id, cause_id, rule, size, used, expires_at)
            from lot where size > 0 order by identity_id, cause_id, rule""",
            """
            select concat_ws(' ', identity_id, available, owed, earned, clawed)
            from account order by identity_id""")
        .flatMap(query -> ledger.texts(merchant, query).stream())
        .toList();
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
