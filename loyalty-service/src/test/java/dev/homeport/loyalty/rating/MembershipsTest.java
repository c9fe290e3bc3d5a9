package dev.homeport.loyalty.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who is one member when, whatever was merged and reversed; the seed is in each message. */
class MembershipsTest {
  private static final UUID A = id(1);
  private static final UUID B = id(2);
  private static final UUID C = id(3);

  @Test
  void whoeverWasMergedIsTogetherFromTheMergeOn() {
    var members = members(move(A, B, 10));
    assertThat(members.at(A, at(9))).containsExactly(A);
    assertThat(members.at(A, at(10))).containsExactlyInAnyOrder(A, B);
    assertThat(members.at(B, at(11))).containsExactlyInAnyOrder(A, B);
    assertThat(members.at(C, at(11))).containsExactly(C);
  }

  @Test
  void aMergeThatWasReversedNeverWas() {
    var members = members(move(A, B, 10), move(A, A, 20));
    assertThat(members.at(A, at(15))).containsExactly(A);
    assertThat(members.at(B, at(15))).containsExactly(B);
  }

  @Test
  void whatLiesBeneathAReversedMergeStaysTogetherAllTheTime() {
    var members =
        members(move(A, B, 10), move(A, C, 20), move(B, C, 20), move(A, B, 30), move(B, B, 30));
    assertThat(members.at(A, at(15))).containsExactlyInAnyOrder(A, B);
    assertThat(members.at(A, at(25))).containsExactlyInAnyOrder(A, B);
    assertThat(members.at(C, at(25))).containsExactly(C);
  }

  @Test
  void whoIsMergedAgainIsTogetherFromThenOn() {
    var members = members(move(A, B, 10), move(A, A, 20), move(A, B, 30));
    assertThat(members.at(A, at(15))).containsExactly(A);
    assertThat(members.at(A, at(30))).containsExactlyInAnyOrder(A, B);
  }

  /** As merges that stand say it, which nobody here is told of. */
  @Test
  void theySayWhatTheMergesThatStandSay() {
    for (long seed = 0; seed < 2_000; seed++) {
      var merges = new RandomMerges(seed);
      var members = new Memberships(merges.identities, merges.mappings);
      for (int moment = 0; moment <= merges.now; moment++) {
        for (UUID identity : merges.identities) {
          assertThat(members.at(identity, at(moment)))
              .as("seed %d, moment %d, %s", seed, moment, identity)
              .isEqualTo(merges.together(identity, moment));
        }
      }
    }
  }

  /** Merges as customer-service makes and reverses them, with what it tells of identities. */
  private static final class RandomMerges {
    private final List<UUID> identities =
        IntStream.rangeClosed(1, 6).mapToObj(MembershipsTest::id).toList();
    private final List<Mapping> mappings = new ArrayList<>();
    private final List<Merge> standing = new ArrayList<>();
    private final Map<UUID, UUID> told = new HashMap<>();
    private int now;

    private record Merge(UUID absorbed, UUID survivor, int at) {}

    RandomMerges(long seed) {
      var random = new Random(seed);
      int steps = random.nextInt(12);
      for (int i = 0; i < steps; i++) {
        now++;
        if (!standing.isEmpty() && random.nextInt(3) == 0) {
          standing.remove(random.nextInt(standing.size()));
        } else {
          UUID absorbed = customer(identities.get(random.nextInt(6)));
          UUID survivor = customer(identities.get(random.nextInt(6)));
          if (!absorbed.equals(survivor)) {
            standing.add(new Merge(absorbed, survivor, now));
          }
        }
        tell();
      }
    }

    private void tell() {
      for (UUID identity : identities) {
        UUID customer = customer(identity);
        if (!customer.equals(told.getOrDefault(identity, identity))) {
          told.put(identity, customer);
          mappings.add(move(identity, customer, now));
        }
      }
    }

    private UUID customer(UUID identity) {
      UUID at = identity;
      for (UUID next = survivor(at); next != null; next = survivor(at)) {
        at = next;
      }
      return at;
    }

    private @Nullable UUID survivor(UUID absorbed) {
      return standing.stream()
          .filter(merge -> merge.absorbed().equals(absorbed))
          .map(Merge::survivor)
          .findFirst()
          .orElse(null);
    }

    Set<UUID> together(UUID identity, int moment) {
      var together = new HashSet<>(Set.of(identity));
      boolean more = true;
      while (more) {
        more = false;
        for (Merge merge : standing) {
          if (merge.at() <= moment
              && (together.contains(merge.absorbed()) || together.contains(merge.survivor()))) {
            more |= together.add(merge.absorbed()) | together.add(merge.survivor());
          }
        }
      }
      return together;
    }
  }

  private static Memberships members(Mapping... mappings) {
    return new Memberships(List.of(A, B, C), List.of(mappings));
  }

  private static Mapping move(UUID identity, UUID customer, int moment) {
    return new Mapping(identity, customer, at(moment));
  }

  private static Instant at(int moment) {
    return Instant.EPOCH.plusSeconds(moment);
  }

  private static UUID id(int number) {
    return new UUID(4, number);
  }
}
