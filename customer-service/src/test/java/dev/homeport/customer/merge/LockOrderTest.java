package dev.homeport.customer.merge;

import static dev.homeport.customer.testing.Requests.customer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.customer.profile.CustomerMoved;
import dev.homeport.customer.profile.Profiles;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.problem.Problem;
import dev.homeport.platform.tenant.CurrentTenant;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestTenants;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class LockOrderTest {
  private static final long SEED = 20_261_127;
  private static final int CUSTOMERS = 10;
  private static final int THREADS = 6;
  private static final int TURNS = 120;

  @Inject Merging merging;
  @Inject Profiles profiles;
  @Inject CurrentTenant currentTenant;

  @Test
  void merges_and_those_who_look_at_the_same_customers_never_wait_in_a_ring() throws Exception {
    UUID tenant = TestTenants.create();
    List<UUID> customers = customers(tenant);
    var standing = new ConcurrentLinkedQueue<UUID>();
    var work = new ArrayList<Callable<Void>>();
    for (int i = 0; i < THREADS; i++) {
      boolean merges = i % 2 == 0;
      var random = new Random(SEED + i);
      work.add(
          () -> {
            for (int turn = 0; turn < TURNS; turn++) {
              if (merges) {
                mergeOrReverse(tenant, customers, random, standing);
              } else {
                look(tenant, customers, random);
              }
            }
            return null;
          });
    }

    try (var threads = Executors.newFixedThreadPool(THREADS)) {
      for (var done : threads.invokeAll(work)) {
        done.get();
      }
    }

    long merged =
        in(
            tenant,
            () ->
                profiles.findAll(customers).stream()
                    .filter(each -> each.mergedInto() != null)
                    .count());
    assertThat(merged).as("seed %d", SEED).isPositive().isEqualTo(standing.size());
  }

  private void mergeOrReverse(
      UUID tenant, List<UUID> customers, Random random, ConcurrentLinkedQueue<UUID> standing) {
    UUID one = customers.get(random.nextInt(CUSTOMERS));
    UUID other = customers.get(random.nextInt(CUSTOMERS));
    boolean reverse = random.nextInt(3) == 0;
    try {
      if (reverse && standing.peek() != null) {
        UUID merge = standing.poll();
        in(tenant, () -> merging.reverse(merge));
      } else {
        Merge merge = in(tenant, () -> merging.merge(one, other, Map.of(), Merge.Cause.REQUEST));
        standing.add(merge.id());
      }
    } catch (Problem | CustomerMoved refused) {
      // A customer merged already, or with itself: an answer like any other.
    }
  }

  private void look(UUID tenant, List<UUID> customers, Random random) {
    var some = new HashSet<UUID>();
    for (int i = 0; i < 4; i++) {
      some.add(customers.get(random.nextInt(CUSTOMERS)));
    }
    in(tenant, () -> random.nextBoolean() ? profiles.hold(some) : profiles.lock(some));
  }

  private <T> T in(UUID tenant, Callable<T> work) {
    var request = Arc.container().requestContext();
    boolean outermost = !request.isActive();
    if (outermost) {
      request.activate();
    }
    try {
      return currentTenant.call(tenant, () -> QuarkusTransaction.requiringNew().call(work));
    } finally {
      if (outermost) {
        request.terminate();
      }
    }
  }

  private static List<UUID> customers(UUID tenant) {
    var customers = new ArrayList<UUID>();
    for (int i = 0; i < CUSTOMERS; i++) {
      customers.add(
          Ids.read("cus", customer(tenant, "{\"name\": {\"full\": \"Person Number" + i + "\"}}")));
    }
    return customers;
  }
}
