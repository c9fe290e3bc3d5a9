package dev.homeport.customer.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.customer.matching.Traits.Key;
import dev.homeport.customer.matching.Traits.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/** A hundred thousand buyers of whom it is known who is who, through the same keys as in SQL. */
class MatchingQualityTest {
  private static final Logger LOG = Logger.getLogger(MatchingQualityTest.class);
  private static final long SEED = 1969;
  private static final int BUYERS = 100_000;

  @Test
  void whatMergesByItselfIsRightAndHardlyAnybodyIsMissed() {
    var labelled = new LabelledBuyers(SEED, BUYERS);
    Map<Key, List<Traits>> blocks = new HashMap<>();
    labelled
        .buyers()
        .forEach(
            buyer ->
                buyer
                    .keys()
                    .forEach(
                        key -> blocks.computeIfAbsent(key, _ -> new ArrayList<>()).add(buyer)));
    var matcher = new Matcher(Rules.DEFAULT, blocks);
    var seen = new HashSet<Long>();
    var tally = new Tally();

    for (List<Traits> block : blocks.values()) {
      if (Matcher.finds(block)) {
        for (int i = 0; i < block.size(); i++) {
          for (int j = i + 1; j < block.size(); j++) {
            compare(labelled, matcher, block.get(i), block.get(j), seen, tally);
          }
        }
      }
    }

    long same = truth(labelled);
    double precision = tally.rightMerges / (double) tally.merges;
    double recall = (tally.rightMerges + tally.rightCandidates) / (double) same;
    LOG.infof(
        "%d buyers, %d pairs of one person; compared %d; by itself %d, right %d (precision %.4f);"
            + " candidates %d, right %d; recall %.4f",
        BUYERS,
        same,
        seen.size(),
        tally.merges,
        tally.rightMerges,
        precision,
        tally.candidates,
        tally.rightCandidates,
        recall);
    assertThat(precision).isGreaterThanOrEqualTo(0.995);
    assertThat(recall).isGreaterThanOrEqualTo(0.90);
    assertThat(tally.merges).isGreaterThan(BUYERS / 10);
    assertThat(tally.candidates).isLessThan(2 * (int) same);
  }

  private static final class Tally {
    private int merges;
    private int rightMerges;
    private int candidates;
    private int rightCandidates;
  }

  private static void compare(
      LabelledBuyers labelled,
      Matcher matcher,
      Traits one,
      Traits other,
      Set<Long> seen,
      Tally tally) {
    long a = one.customer().getLeastSignificantBits();
    long b = other.customer().getLeastSignificantBits();
    if (a == b || !seen.add(Math.min(a, b) * BUYERS + Math.max(a, b))) {
      return;
    }
    boolean right = labelled.person((int) a) == labelled.person((int) b);
    matcher
        .compare(one, other)
        .ifPresent(
            match -> {
              if (match.merges()) {
                tally.merges++;
                tally.rightMerges += right ? 1 : 0;
              } else {
                tally.candidates++;
                tally.rightCandidates += right ? 1 : 0;
              }
            });
  }

  private static long truth(LabelledBuyers labelled) {
    var sizes = new HashMap<Integer, Integer>();
    for (int i = 0; i < BUYERS; i++) {
      sizes.merge(labelled.person(i), 1, Integer::sum);
    }
    return sizes.values().stream().mapToLong(size -> (long) size * (size - 1) / 2).sum();
  }

  /** A family, an office: whatever they share, nobody becomes somebody else. */
  @Test
  void aSharedContactPointMergesNobody() {
    for (int names = 2; names <= 8; names++) {
      var people = new ArrayList<Traits>();
      for (int i = 0; i < names; i++) {
        people.add(
            new Traits(
                new java.util.UUID(0, i),
                NameKey.of(
                    List.of("Anna", "Bernd", "Clara", "Dirk", "Eva", "Fritz", "Gerd", "Ines").get(i)
                        + " Berg"),
                Set.of("family@example.com"),
                Set.of("family@example.com"),
                Set.of("+4930901820"),
                Set.of(),
                null,
                List.of()));
      }
      var matcher =
          new Matcher(
              new Rules(true, 8, 8),
              Map.of(
                  new Key(Kind.EMAIL, "family@example.com"), people,
                  new Key(Kind.PHONE, "+4930901820"), people));
      for (int i = 1; i < names; i++) {
        assertThat(matcher.compare(people.getFirst(), people.get(i)).filter(Match::merges))
            .as("%d names", names)
            .isEmpty();
      }
    }
  }

  @Test
  void twoWhoAreActiveOnOneChannelAtOneTimeDoNotMergeByThemselves() {
    var one = twin(0, 100, 200);
    var people = List.of(one, twin(1, 150, 250));
    var later = List.of(one, twin(1, 201, 250));

    assertThat(matched(people).objection()).contains(Match.Objection.CONCURRENT_ON_ONE_CHANNEL);
    assertThat(matched(later).merges()).isTrue();
  }

  private static Match matched(List<Traits> two) {
    var blocks = Map.of(new Key(Kind.EMAIL, "a@example.com"), two);
    return new Matcher(Rules.DEFAULT, blocks).compare(two.getFirst(), two.getLast()).orElseThrow();
  }

  private static Traits twin(int id, long from, long to) {
    var presence =
        new Presence(
            "shop-de", java.time.Instant.ofEpochSecond(from), java.time.Instant.ofEpochSecond(to));
    return new Traits(
        new java.util.UUID(0, id),
        NameKey.of("Anna Berg"),
        Set.of("a@example.com"),
        Set.of("a@example.com"),
        Set.of(),
        Set.of(),
        null,
        List.of(presence));
  }

  @Test
  void namesAreComparedAcrossScriptsAndSpellings() {
    assertThat(likeness("Jürgen Müller", "Mueller, Juergen")).isEqualTo(NameKey.Likeness.SAME);
    assertThat(likeness("Сергей Иванов", "Sergey Ivanov")).isEqualTo(NameKey.Likeness.SAME);
    assertThat(likeness("Γιώργος Παπάς", "Giorgos Papas")).isEqualTo(NameKey.Likeness.SAME);
    assertThat(likeness("A. Berg", "Anna Berg")).isEqualTo(NameKey.Likeness.LIKE);
    assertThat(likeness("Anna Maria Berg", "Anna Berg")).isEqualTo(NameKey.Likeness.CONTAINED);
    assertThat(likeness("Daniel Berg", "Daniela Berg").sure()).isFalse();
    assertThat(likeness("Jan Berg", "Jana Berg").compatible()).isFalse();
    assertThat(likeness("Anna Berg", "Bernd Berg")).isEqualTo(NameKey.Likeness.HALF);
    assertThat(likeness("Anna Berg", "Clara Hofmann")).isEqualTo(NameKey.Likeness.DIFFERENT);
  }

  private static NameKey.Likeness likeness(String one, String other) {
    return NameKey.of(one).likeness(NameKey.of(other));
  }
}
