package dev.homeport.order.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.order.order.Order;
import dev.homeport.order.order.OrderChanges;
import dev.homeport.order.order.OrderSearch;
import dev.homeport.order.order.Orders;
import dev.homeport.order.returns.FreeReturn;
import dev.homeport.order.returns.FreeReturns;
import dev.homeport.order.support.Histories;
import dev.homeport.order.support.Histories.Ears;
import dev.homeport.order.support.Histories.Telling;
import dev.homeport.order.support.Outcome;
import dev.homeport.order.support.Shop;
import dev.homeport.order.support.Worlds;
import dev.homeport.platform.tenant.CurrentTenant;
import dev.homeport.platform.testing.ServiceEnvironment;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The law of {@link HistoryLawTest} over the real tables, one teller and several at once. */
@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class StoredHistoryLawTest {
  private static final int HISTORIES = 60;

  @Inject OrderIntake intake;
  @Inject ReturnIntake returnIntake;
  @Inject OrderChanges changes;
  @Inject Orders orders;
  @Inject FreeReturns returns;
  @Inject CurrentTenant tenant;

  private void in(UUID shop, Runnable work) {
    var _ =
        tenant.call(
            shop,
            () -> {
              QuarkusTransaction.requiringNew().run(work);
              return true;
            });
  }

  private void tell(UUID shop, List<Telling> group) {
    in(
        shop,
        () ->
            Histories.tellTogether(
                group, new Ears(intake, returnIntake, changes, tenant.settings())));
  }

  private Outcome end(UUID shop) {
    var found = new ArrayList<Order>();
    var backs = new ArrayList<FreeReturn>();
    in(
        shop,
        () -> {
          var all = new OrderSearch(null, null, null, null, null, false, null, null, true);
          found.addAll(orders.search(all, null, 100));
          backs.addAll(returns.returned(null, null, null, 100));
        });
    return Outcome.of(found, backs);
  }

  private static Outcome inOrder(List<Telling> history) {
    var world = Worlds.fresh();
    Histories.tell(history, Ears.of(world));
    return Outcome.of(world.orders().all().values(), world.returns().all().values());
  }

  @Test
  void anyDeliveryEndsLikeTheOneInOrder() {
    long first = Long.getLong("seed", 7_000L);
    System.out.println("stored histories from seed " + first);
    for (long seed = first; seed < first + HISTORIES; seed++) {
      List<Telling> history = Histories.of(seed);
      UUID shop = Shop.open().tenant();
      for (Telling one : Histories.shuffled(history, new Random(seed))) {
        tell(shop, List.of(one));
      }
      assertThat(end(shop)).as("seed %d", seed).isEqualTo(inOrder(history));
    }
  }

  /** Orders that are just being added must not miss what is told of them at that moment. */
  @Test
  void severalTellersAtOnceEndThereToo() throws Exception {
    for (long seed = 9_000; seed < 9_000 + HISTORIES; seed++) {
      List<Telling> history = Histories.of(seed);
      UUID shop = Shop.open().tenant();
      List<Future<?>> tellers = new ArrayList<>();
      try (var threads = Executors.newFixedThreadPool(4)) {
        for (int teller = 0; teller < 4; teller++) {
          List<Telling> told = new ArrayList<>(history);
          Collections.shuffle(told, new Random(seed + teller));
          tellers.add(threads.submit(() -> told.forEach(one -> tell(shop, List.of(one)))));
        }
      }
      for (Future<?> teller : tellers) {
        teller.get();
      }
      assertThat(end(shop)).as("seed %d", seed).isEqualTo(inOrder(history));
    }
  }
}
