package dev.homeport.order.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.order.contract.FreeReturnRecorded;
import dev.homeport.order.contract.OrderRecorded;
import dev.homeport.order.order.Cancellation;
import dev.homeport.order.order.Line;
import dev.homeport.order.order.Order;
import dev.homeport.order.order.OrderKey;
import dev.homeport.order.order.OrderStatus;
import dev.homeport.order.order.Standing;
import dev.homeport.order.support.Histories;
import dev.homeport.order.support.Histories.Ears;
import dev.homeport.order.support.Histories.Telling;
import dev.homeport.order.support.Outcome;
import dev.homeport.order.support.PlainReading;
import dev.homeport.order.support.Worlds;
import dev.homeport.order.support.Worlds.World;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Documents, steps and returns that carry source times: however they are delivered, with duplicates
 * and in groups, the end is that of the same history delivered once in the order of source time,
 * and where an order then stands is what a plain reading of the history says.
 */
class HistoryLawTest {
  private static final int HISTORIES = 4_000;
  private static final int DELIVERIES = 3;

  private static void forEachSeed(LongConsumer test) {
    long first = Long.getLong("seed", 20261127L);
    System.out.printf("histories of the seeds %d to %d%n", first, first + HISTORIES - 1);
    LongStream.range(first, first + HISTORIES).forEach(test);
  }

  @Test
  void anyDeliveryEndsLikeTheOneInOrder() {
    forEachSeed(
        seed -> {
          List<Telling> history = Histories.of(seed);
          World inOrder = Worlds.fresh();
          Histories.tell(history, Ears.of(inOrder));
          Random random = new Random(seed);
          for (int delivery = 0; delivery < DELIVERIES; delivery++) {
            World world = Worlds.fresh();
            List<Telling> told = Histories.shuffled(history, random);
            Histories.tellInGroups(told, random, Ears.of(world));
            assertThat(end(world)).as("seed %d, told %s", seed, told).isEqualTo(end(inOrder));
          }
        });
  }

  @Test
  void anOrderStandsWhereAPlainReadingOfItsHistoryPutsIt() {
    forEachSeed(
        seed -> {
          List<Telling> history = Histories.of(seed);
          World world = Worlds.fresh();
          Histories.tell(Histories.shuffled(history, new Random(seed)), Ears.of(world));
          Map<OrderKey, PlainReading> readings = PlainReading.of(history);
          assertThat(world.orders().all().keySet()).isEqualTo(readings.keySet());
          world
              .orders()
              .all()
              .forEach((key, order) -> standsAsRead(order, readings.get(key), seed, history));
        });
  }

  private static void standsAsRead(
      Order order, PlainReading reading, long seed, List<Telling> history) {
    Standing standing = order.standing();
    Map<OrderStatus, Instant> reached = new HashMap<>(standing.reached());
    reached.remove(OrderStatus.PLACED);
    Cancellation cancellation = standing.cancellation();
    Instant since = cancellation == null ? null : cancellation.cancelledAt();
    assertThat(standing.state().status())
        .as("seed %d, history %s", seed, history)
        .isEqualTo(reading.status());
    assertThat(since).as("seed %d, history %s", seed, history).isEqualTo(reading.cancelledSince());
    assertThat(reached).as("seed %d, history %s", seed, history).isEqualTo(reading.reached());
  }

  @Test
  void neverMoreComesBackThanWasBought() {
    forEachSeed(
        seed -> {
          World world = Worlds.fresh();
          Random random = new Random(seed);
          for (Telling one : Histories.shuffled(Histories.of(seed), random)) {
            Histories.tellTogether(List.of(one), Ears.of(world));
            world.orders().all().values().forEach(order -> withinWhatWasBought(order, seed));
          }
        });
  }

  private static void withinWhatWasBought(Order order, long seed) {
    assertThat(order.returned()).as("seed %d", seed).isLessThanOrEqualTo(order.total());
    Map<Integer, BigDecimal> returned = order.returnBook().quantities();
    for (Line line : order.document().lines()) {
      assertThat(returned.getOrDefault(line.lineNo(), BigDecimal.ZERO))
          .as("seed %d", seed)
          .isLessThanOrEqualTo(line.quantity());
    }
  }

  /** A consumer that keeps the highest revision of each order and return knows the truth. */
  @Test
  void eachReturnCountsOnceForWhoeverFollowsTheEvents() {
    forEachSeed(
        seed -> {
          World world = Worlds.fresh();
          Random random = new Random(seed);
          Histories.tellInGroups(
              Histories.shuffled(Histories.of(seed), random), random, Ears.of(world));
          Map<UUID, OrderRecorded> orders = new HashMap<>();
          world
              .events()
              .forEach(
                  e -> orders.merge(e.orderId(), e, (a, b) -> b.revision() > a.revision() ? b : a));
          Map<UUID, FreeReturnRecorded> returns = new HashMap<>();
          world
              .returnEvents()
              .forEach(
                  e ->
                      returns.merge(
                          e.returnId(), e, (a, b) -> b.revision() > a.revision() ? b : a));
          assertThat(orders).as("seed %d", seed).hasSameSizeAs(world.orders().all());
          orders.values().forEach(event -> tellsTheTruth(event, world, seed));
          world
              .returns()
              .all()
              .values()
              .forEach(
                  back ->
                      assertThat(returns.get(back.id()).reversed())
                          .as("seed %d", seed)
                          .isEqualTo(!back.counts()));
        });
  }

  private static void tellsTheTruth(OrderRecorded event, World world, long seed) {
    Order order = world.orders().byId(event.orderId());
    assertThat(event.status()).as("seed %d", seed).isEqualTo(order.state().status());
    assertThat(event.total()).as("seed %d", seed).isEqualByComparingTo(order.total());
    assertThat(event.returned()).as("seed %d", seed).isEqualByComparingTo(order.returned());
    event
        .returns()
        .forEach(
            back -> {
              var free = world.returns().find(back.returnId());
              assertThat(free.map(f -> order.id().equals(f.attachedTo())).orElse(true))
                  .as("seed %d", seed)
                  .isTrue();
            });
  }

  private static Outcome end(World world) {
    return Outcome.of(world.orders().all().values(), world.returns().all().values());
  }
}
