package dev.homeport.platform.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homeport.platform.database.Database;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.job.input.InputStore;
import dev.homeport.platform.tenant.CurrentTenant;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestTenants;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A second runner stands for another replica. The application's own is kept busy, so that it takes
 * a job only when the test lets it.
 */
@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class JobTakeoverTest {
  private static final String FORTY_LINES = "line\n".repeat(40);
  private static final Duration LONG = Duration.ofHours(1);

  @Inject Jobs jobs;
  @Inject JobQueue queue;
  @Inject JobTable table;
  @Inject InputStore inputs;
  @Inject JobJson json;
  @Inject JobConfig config;
  @Inject JobExecution execution;
  @Inject LinesHandler handler;
  @Inject CurrentTenant tenant;

  @Inject
  @DataSource("worker")
  AgroalDataSource worker;

  private final CountDownLatch occupied = new CountDownLatch(1);
  private UUID merchant;

  @BeforeEach
  void keepTheApplicationBusy() throws InterruptedException {
    var busy = new Semaphore(0);
    UUID other = TestTenants.create();
    handler.before(
        other,
        _ -> {
          busy.release();
          occupied.await();
        });
    for (int i = 0; i < config.concurrency(); i++) {
      submit(other, "wait");
    }
    busy.acquire(config.concurrency());
    merchant = TestTenants.create();
  }

  @AfterEach
  void letGo() {
    occupied.countDown();
  }

  @Test
  void whatAKilledReplicaLeavesIsFinishedByAnotherWithoutRepeatingAnEffect()
      throws InterruptedException {
    var inThirdStep = new Semaphore(0);
    var never = new CountDownLatch(1);
    var visits = new AtomicInteger();
    handler.before(
        merchant,
        line -> {
          if (line == 25 && visits.incrementAndGet() == 1) {
            inThirdStep.release();
            never.await();
          }
        });
    JobRunner killed = replica(Duration.ofMillis(200), LONG);
    killed.start();
    UUID job = submit(merchant, FORTY_LINES);
    inThirdStep.acquire();

    occupied.countDown();

    await().until(() -> status(job).equals("succeeded"));
    assertThat(effects()).isEqualTo(40);
    assertThat(number("select attempt from job where id = '" + job + "'")).isEqualTo(2);
    never.countDown();
    killed.stop();
    assertThat(effects()).isEqualTo(40);
  }

  @Test
  void aReplicaThatStopsEndsItsStepAndGivesTheJobBack() throws InterruptedException {
    var inThirdStep = new Semaphore(0);
    var goOn = new CountDownLatch(1);
    var visits = new AtomicInteger();
    handler.before(
        merchant,
        line -> {
          if (line == 25 && visits.incrementAndGet() == 1) {
            inThirdStep.release();
            goOn.await();
          }
        });
    JobRunner stopping = replica(LONG, LONG);
    stopping.start();
    UUID job = submit(merchant, FORTY_LINES);
    inThirdStep.acquire();

    Thread stop = Thread.ofVirtual().start(() -> stop(stopping));
    goOn.countDown();
    stop.join();

    assertThat(status(job)).isEqualTo("queued");
    assertThat(effects()).isBetween(30, 39);
    occupied.countDown();
    await().until(() -> status(job).equals("succeeded"));
    assertThat(effects()).isEqualTo(40);
  }

  @Test
  void aHeartbeatKeepsAJobThroughAStepThatIsLongerThanItsLease() throws InterruptedException {
    var inStep = new Semaphore(0);
    var goOn = new CountDownLatch(1);
    handler.before(
        merchant,
        line -> {
          if (line == 1) {
            inStep.release();
            goOn.await();
          }
        });
    JobRunner slow = replica(Duration.ofMillis(600), Duration.ofMillis(100));
    JobRunner rival = replica(LONG, LONG);
    slow.start();
    UUID job = submit(merchant, FORTY_LINES);
    inStep.acquire();
    rival.start();

    await().during(Duration.ofSeconds(2)).until(() -> rival.active() == 0);
    goOn.countDown();

    await().until(() -> status(job).equals("succeeded"));
    assertThat(number("select attempt from job where id = '" + job + "'")).isOne();
    slow.stop();
    rival.stop();
  }

  @Test
  void oneTenantsJobsDoNotHoldUpAnothers() {
    UUID second = TestTenants.create();
    submit(merchant, "a");
    submit(merchant, "b");
    submit(second, "c");

    List<JobRow> taken =
        Stream.generate(() -> queue.claim(Set.of(LinesHandler.KIND), "replica", LONG))
            .limit(3)
            .flatMap(Optional::stream)
            .toList();

    assertThat(taken).extracting(JobRow::tenant).containsExactly(merchant, second, merchant);
    taken.forEach(queue::release);
  }

  private JobRunner replica(Duration lease, Duration heartbeat) {
    var settings = new Settings(config, lease, heartbeat);
    return new JobRunner(
        "replica-" + UUID.randomUUID(),
        Set.of(LinesHandler.KIND),
        queue,
        settings,
        job -> new ActiveRun(job, queue, table, inputs, json, settings),
        execution::execute);
  }

  private UUID submit(UUID owner, String body) {
    var input = new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
    JobView job = tenant.call(owner, () -> jobs.submit(LinesHandler.KIND, null, input));
    return Ids.read("job", job.id());
  }

  private String status(UUID job) {
    return asWorker()
        .find("select status from job where id = ?", to -> to.uuid(job), row -> row.getString(1))
        .orElseThrow();
  }

  private int effects() {
    return number("select count(*) from inbox where tenant_id = '" + merchant + "'");
  }

  private int number(String sql) {
    return asWorker().list(sql, row -> row.getInt(1)).getFirst();
  }

  private Database asWorker() {
    return new Database(worker, tenant);
  }

  private static void stop(JobRunner runner) {
    try {
      runner.stop();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The application's settings but for the two that a test needs short or long. */
  private record Settings(JobConfig other, Duration lease, Duration heartbeat)
      implements JobConfig {
    @Override
    public boolean enabled() {
      return true;
    }

    @Override
    public int concurrency() {
      return 2;
    }

    @Override
    public Duration poll() {
      return Duration.ofMillis(50);
    }

    @Override
    public Duration stepTimeout() {
      return other.stepTimeout();
    }

    @Override
    public Duration drain() {
      return other.drain();
    }

    @Override
    public int setbacks() {
      return other.setbacks();
    }

    @Override
    public int errorsKept() {
      return other.errorsKept();
    }

    @Override
    public Duration kept() {
      return other.kept();
    }
  }
}
