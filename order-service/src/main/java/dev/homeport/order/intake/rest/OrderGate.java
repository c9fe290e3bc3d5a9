package dev.homeport.order.intake.rest;

import dev.homeport.order.order.Submission;
import dev.homeport.platform.idempotency.KeyedRequest;
import dev.homeport.platform.idempotency.StoredAnswer;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import dev.homeport.platform.tenant.CurrentTenant;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/**
 * Group commit: single orders that arrive together share one transaction, each with its own
 * decision, idempotency key and answer. One writer takes whatever waits. A lone order waits for
 * nobody; under load a group first gathers for some milliseconds, so that each commit carries many.
 */
@ApplicationScoped
class OrderGate {
  private static final Logger LOG = Logger.getLogger(OrderGate.class);
  private static final Duration GLANCE = Duration.ofMillis(100);

  /** Orders that come this soon after a group are under load. */
  private static final Duration BUSY = Duration.ofMillis(5);

  private final GroupWriter writer;
  private final CurrentTenant tenant;
  private final IntakeConfig config;
  private final BlockingQueue<Entry> waiting;
  private final DistributionSummary groupSizes;
  private volatile boolean open;
  private Thread loop = new Thread();

  OrderGate(GroupWriter writer, CurrentTenant tenant, IntakeConfig config, MeterRegistry metrics) {
    this.writer = writer;
    this.tenant = tenant;
    this.config = config;
    this.waiting = new ArrayBlockingQueue<>(config.queue());
    this.groupSizes =
        DistributionSummary.builder("homeport.order.intake.group")
            .description("Single orders that shared one transaction")
            .register(metrics);
    metrics.gaugeCollectionSize("homeport.order.intake.waiting", List.of(), waiting);
  }

  /** An order that waits for its turn. */
  record Entry(
      UUID tenant, KeyedRequest request, Submission submission, CompletableFuture<Answer> answer) {}

  /**
   * What the caller gets.
   *
   * @param replayed whether it was given before
   */
  record Answer(StoredAnswer stored, boolean replayed) {}

  void start(@Observes StartupEvent event) {
    open = true;
    loop = Thread.ofVirtual().name("order-gate").start(this::serve);
  }

  /** What waits is still written; what comes now is asked to come back. */
  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    open = false;
    loop.join(Duration.ofSeconds(10));
  }

  /**
   * Takes an order and waits for its answer.
   *
   * @throws Problem when the order is refused, or the service is overloaded
   */
  Answer submit(KeyedRequest request, Submission submission) {
    var entry = new Entry(tenant.id(), request, submission, new CompletableFuture<>());
    if (!open || !waiting.offer(entry)) {
      throw busy();
    }
    try {
      return entry.answer().get(config.patience().toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } catch (TimeoutException e) {
      throw busy();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw busy();
    }
  }

  private static Problem busy() {
    return Problem.of(CommonProblem.OVERLOADED).retryAfter(Duration.ofSeconds(1));
  }

  private void serve() {
    long writtenAt = System.nanoTime() - GLANCE.toNanos();
    while (open || !waiting.isEmpty()) {
      try {
        Entry first = waiting.poll(GLANCE.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
          if (System.nanoTime() - writtenAt < BUSY.toNanos() && waiting.size() < config.group()) {
            LockSupport.parkNanos(config.gather().toNanos());
          }
          var taken = new ArrayList<Entry>(config.group());
          taken.add(first);
          waiting.drainTo(taken, config.group() - 1);
          groups(taken).forEach(this::write);
          writtenAt = System.nanoTime();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** One tenant each, and each idempotency key once. */
  private static List<List<Entry>> groups(List<Entry> entries) {
    record Place(UUID tenant, int round) {}
    record Key(UUID tenant, String scope, String key) {}
    Map<Key, Integer> rounds = new LinkedHashMap<>();
    Map<Place, List<Entry>> groups = new LinkedHashMap<>();
    for (Entry entry : entries) {
      var key = new Key(entry.tenant(), entry.request().scope(), entry.request().key());
      int round = rounds.merge(key, 0, (before, _) -> before + 1);
      groups.computeIfAbsent(new Place(entry.tenant(), round), _ -> new ArrayList<>()).add(entry);
    }
    return List.copyOf(groups.values());
  }

  private void write(List<Entry> group) {
    try {
      groupSizes.record(group.size());
      writer.write(group);
    } catch (RuntimeException | Error e) {
      LOG.errorf(e, "orders could not be written tenant=%s", group.getFirst().tenant());
      group.forEach(entry -> entry.answer().completeExceptionally(e));
    }
  }
}
