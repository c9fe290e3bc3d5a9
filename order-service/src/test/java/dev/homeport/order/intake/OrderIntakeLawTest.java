package dev.homeport.order.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.order.contract.OrderRecorded;
import dev.homeport.order.order.Decision;
import dev.homeport.order.order.OrderDocument;
import dev.homeport.order.order.OrderStatus;
import dev.homeport.order.order.Samples;
import dev.homeport.order.order.Submission;
import dev.homeport.order.support.MemoryOrders;
import dev.homeport.order.support.Worlds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Histories of documents with duplicates and late revisions, delivered in any order and grouping.
 */
class OrderIntakeLawTest {
  private static final int ORDERS = 12;
  private static final int DELIVERIES = 3;

  static List<Long> seeds() {
    long first = Long.getLong("seed", 20261101L);
    return java.util.stream.LongStream.range(first, first + 60).boxed().toList();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void anyOrderOfDeliveryEndsInTheSameState(long seed) {
    Random random = new Random(seed);
    List<Submission> history = history(random);
    Set<Map<?, ?>> ends = new HashSet<>();
    for (int delivery = 0; delivery < DELIVERIES; delivery++) {
      List<Submission> shuffled = new ArrayList<>(history);
      Collections.shuffle(shuffled, random);
      ends.add(deliver(shuffled, random).contents());
    }
    assertThat(ends).hasSize(1);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theLastDocumentOfEachOrderStands(long seed) {
    Random random = new Random(seed);
    List<Submission> history = history(random);
    Map<Object, Submission> last = new HashMap<>();
    for (Submission submission : history) {
      last.merge(
          submission.key(),
          submission,
          (a, b) -> b.document().revisedAt().isAfter(a.document().revisedAt()) ? b : a);
    }
    Collections.shuffle(history, random);
    MemoryOrders orders = deliver(history, random);
    last.forEach(
        (key, submission) ->
            assertThat(orders.contents().get(key)).isEqualTo(submission.document()));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void groupedOrSinglyTheDecisionsAreTheSame(long seed) {
    Random random = new Random(seed);
    List<Submission> history = history(random);
    Collections.shuffle(history, random);
    var grouped = Worlds.fresh();
    var singly = Worlds.fresh();

    List<Class<?>> together = kinds(grouped.intake().accept(history, Worlds.TENANT));
    List<Class<?>> apart = new ArrayList<>();
    for (Submission submission : history) {
      apart.addAll(kinds(singly.intake().accept(List.of(submission), Worlds.TENANT)));
    }

    assertThat(together).isEqualTo(apart);
    assertThat(grouped.orders().contents()).isEqualTo(singly.orders().contents());
    assertThat(grouped.orders().archived()).isEqualTo(singly.orders().archived());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theHighestRevisionThatWasPublishedIsTheOrderAsItStands(long seed) {
    Random random = new Random(seed);
    List<Submission> history = history(random);
    Collections.shuffle(history, random);
    var world = Worlds.fresh();
    inGroups(history, random, group -> world.intake().accept(group, Worlds.TENANT));

    Map<Object, OrderRecorded> seen = new HashMap<>();
    for (OrderRecorded event : world.events()) {
      seen.merge(event.orderId(), event, (a, b) -> b.revision() > a.revision() ? b : a);
    }
    assertThat(seen.values())
        .allSatisfy(
            event ->
                assertThat(event.total())
                    .isEqualByComparingTo(world.orders().byId(event.orderId()).total()));
    assertThat(seen).hasSize(ORDERS);
  }

  private static List<Class<?>> kinds(List<Decision> decisions) {
    return decisions.stream().<Class<?>>map(Object::getClass).toList();
  }

  private static MemoryOrders deliver(List<Submission> history, Random random) {
    var world = Worlds.fresh();
    inGroups(history, random, group -> world.intake().accept(group, Worlds.TENANT));
    return world.orders();
  }

  private static void inGroups(
      List<Submission> history, Random random, java.util.function.Consumer<List<Submission>> take) {
    for (int from = 0; from < history.size(); ) {
      int to = Math.min(history.size(), from + 1 + random.nextInt(7));
      take.accept(history.subList(from, to));
      from = to;
    }
  }

  /** Each order gets revisions of which some go back to earlier content, and re-deliveries. */
  private static List<Submission> history(Random random) {
    List<Submission> history = new ArrayList<>();
    for (int number = 0; number < ORDERS; number++) {
      int revisions = 1 + random.nextInt(5);
      for (int revision = 0; revision < revisions; revision++) {
        OrderDocument document =
            Samples.document(
                "n-" + number,
                OrderStatus.values()[random.nextInt(OrderStatus.values().length)],
                Samples.PLACED.plusSeconds(revision),
                Samples.line(1, "" + (1 + random.nextInt(2)), "9.99"));
        for (int copy = 0; copy <= random.nextInt(3); copy++) {
          history.add(Samples.submission(document));
        }
      }
    }
    return history;
  }
}
