package dev.homeport.platform.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.homeport.platform.database.Database;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.tenant.CurrentTenant;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestTenants;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class JobsTest {
  private static final Set<String> KINDS = Set.of(LinesHandler.KIND);

  @Inject Jobs jobs;
  @Inject JobQueue queue;
  @Inject LinesHandler handler;
  @Inject CurrentTenant tenant;
  @Inject Database database;

  @Inject
  @DataSource("worker")
  AgroalDataSource worker;

  @ConfigProperty(name = "homeport.test.postgres.superuser-url")
  String superuserUrl;

  private UUID merchant;

  @BeforeEach
  void start() {
    merchant = TestTenants.create();
  }

  @Test
  void aJobDoesEveryLineOnceAndSaysSo() {
    UUID job = submit(lines(95));

    JobView ended = ended(job);

    assertThat(ended.status()).isEqualTo(JobStatus.SUCCEEDED);
    assertThat(ended.total()).isEqualTo(95);
    assertThat(ended.processed()).isEqualTo(95);
    assertThat(ended.result()).hasToString("{\"says\":\"done\"}");
    assertThat(effects()).isEqualTo(95);
    assertThat(chunks(job)).isZero();
  }

  @Test
  void linesThatFailAreReportedAndTheOthersAreDone() {
    UUID job = submit("a\nbad\n\nc\n" + "x".repeat(1_100_000) + "\nnul");

    JobView ended = ended(job);

    assertThat(ended.status()).isEqualTo(JobStatus.SUCCEEDED);
    assertThat(List.of(ended.processed(), ended.succeeded(), ended.failed()))
        .containsExactly(5L, 2L, 3L);
    assertThat(errors(job)).extracting(JobError::line).containsExactly(5L, 2L, 6L);
    assertThat(errors(job).getFirst().problem()).contains("\"code\": \"line-too-long\"");
    assertThat(effects()).isEqualTo(2);
  }

  @Test
  void aRunThatLostItsLeaseCannotCommitAndItsSuccessorGoesOnFromTheCheckpoint()
      throws InterruptedException {
    var atLine15 = new Semaphore(0);
    var zombie = new CountDownLatch(1);
    var visits = new AtomicInteger();
    handler.before(
        merchant,
        line -> {
          if (line == 15 && visits.incrementAndGet() == 1) {
            atLine15.release();
            zombie.await();
          }
        });
    UUID job = submit(lines(40));
    atLine15.acquire();

    await().until(() -> takenOver(job));
    JobView ended = ended(job);
    zombie.countDown();

    assertThat(ended.status()).isEqualTo(JobStatus.SUCCEEDED);
    await().during(Duration.ofMillis(500)).until(() -> effects() == 40);
    assertThat(effectsPerLine()).allSatisfy(count -> assertThat(count).isOne());
    assertThat(find(job)).usingRecursiveComparison().isEqualTo(ended);
    assertThat(ended.processed()).isEqualTo(40);
  }

  @Test
  void aFaultOfTheDatabaseIsTriedAgainWithoutRepeatingAnEffect() {
    handler.outages(merchant, 1);
    UUID job = submit(lines(14) + "\noutage\n" + lines(5));

    JobView ended = ended(job);

    assertThat(ended.status()).isEqualTo(JobStatus.SUCCEEDED);
    assertThat(effects()).isEqualTo(19);
    assertThat(handlerAttempts(job)).isEqualTo(2);
  }

  @Test
  void aConnectionThatBreaksInTheMiddleOfAStepIsNoEndOfTheJob() {
    var visits = new AtomicInteger();
    handler.before(
        merchant,
        line -> {
          if (line == 15 && visits.incrementAndGet() == 1) {
            breakConnection();
          }
        });
    UUID job = submit(lines(40));

    JobView ended = ended(job);

    assertThat(ended.status()).isEqualTo(JobStatus.SUCCEEDED);
    assertThat(effects()).isEqualTo(40);
    assertThat(handlerAttempts(job)).isEqualTo(2);
  }

  @Test
  void aRefusalFailsTheJobWithItsProblemAndADefectWithoutItsText() {
    UUID refused = submit(lines(10) + "\nrefuse");
    UUID broken = submit("break");

    assertThat(ended(refused).failure()).isEqualTo(new JobView.Failure("conflict", "Refused."));
    assertThat(ended(refused).processed()).isEqualTo(10);
    assertThat(ended(broken).failure())
        .isEqualTo(new JobView.Failure("job-failed", "The job failed; the failure is recorded."));
  }

  @Test
  void aJobThatNeverGetsAnywhereIsGivenUp() {
    handler.outages(merchant, Integer.MAX_VALUE);
    UUID job = submit("outage");

    await()
        .until(
            () -> {
              execute(
                  """
                  update job set due_at = now(), setbacks = 11
                  where status = 'queued' and setbacks > 0 and id = ?""",
                  job);
              return find(job).status().ended();
            });

    assertThat(find(job).failure()).extracting("code").isEqualTo("job-retries-exhausted");
  }

  @Test
  void cancellingEndsARunningJobBeforeItsNextStep() throws InterruptedException {
    var atLine12 = new Semaphore(0);
    var goOn = new CountDownLatch(1);
    handler.before(
        merchant,
        line -> {
          if (line == 12) {
            atLine12.release();
            goOn.await();
          }
        });
    UUID job = submit(lines(100));
    atLine12.acquire();

    JobView asked = inTenant(() -> jobs.cancel(job));
    goOn.countDown();

    assertThat(asked.status()).isEqualTo(JobStatus.RUNNING);
    assertThat(ended(job).status()).isEqualTo(JobStatus.CANCELLED);
    assertThat(effects()).isEqualTo(20);
    assertThat(chunks(job)).isZero();
  }

  @Test
  void anUploadThatBreaksOffLeavesNothingVisibleAndIsSweptAway() {
    InputStream broken =
        new InputStream() {
          private int left = 1_500_000;

          @Override
          public int read() throws IOException {
            return read(new byte[1], 0, 1);
          }

          @Override
          public int read(byte[] bytes, int offset, int length) throws IOException {
            if (left == 0) {
              throw new IOException("the client is gone");
            }
            int count = Math.min(length, left);
            left -= count;
            return count;
          }
        };

    assertThatThrownBy(() -> inTenant(() -> jobs.submit(LinesHandler.KIND, null, broken)))
        .hasRootCauseMessage("the client is gone");

    assertThat(inTenant(() -> jobs.list(null, null, KINDS, 10))).isEmpty();
    assertThat(allChunks()).isEqualTo(2);
    assertThat(queue.sweepInput(Duration.ofHours(1))).isZero();
    execute(
        "update job_input set created_at = created_at - interval '2 hours' where tenant_id = ?",
        merchant);
    queue.sweepInput(Duration.ofHours(1));
    assertThat(allChunks()).isZero();
  }

  @Test
  void aJobIsPartOfTheTransactionThatSubmitsIt() {
    assertThatThrownBy(
            () ->
                inTenant(
                    () ->
                        QuarkusTransaction.requiringNew()
                            .call(
                                () -> {
                                  jobs.submit(LinesHandler.KIND, null);
                                  throw new IllegalStateException("rolled back");
                                })))
        .hasMessage("rolled back");

    assertThat(inTenant(() -> jobs.list(null, null, KINDS, 10))).isEmpty();
  }

  @Test
  void endedJobsAndTheirErrorsGoAfterAWhile() {
    UUID job = submit("bad");
    assertThat(ended(job).failed()).isOne();
    execute("update job set finished_at = now() - interval '31 days' where id = ?", job);

    assertThat(queue.sweepEnded(Duration.ofDays(30))).isOne();

    assertThat(inTenant(() -> jobs.find(job, KINDS))).isEmpty();
    assertThat(errors(job)).isEmpty();
  }

  private static String lines(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> "l" + i).collect(Collectors.joining("\n"));
  }

  private UUID submit(String body) {
    var input = new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
    return Ids.read("job", inTenant(() -> jobs.submit(LinesHandler.KIND, null, input)).id());
  }

  private JobView ended(UUID job) {
    await().atMost(Duration.ofSeconds(30)).until(() -> find(job).status().ended());
    return find(job);
  }

  private JobView find(UUID job) {
    return inTenant(() -> jobs.find(job, KINDS).orElseThrow());
  }

  private List<JobError> errors(UUID job) {
    return inTenant(() -> jobs.errors(job, 0, 100));
  }

  /** As a database that goes away: the server ends the session of the present transaction. */
  private void breakConnection() {
    int pid = database.list("select pg_backend_pid()", row -> row.getInt(1)).getFirst();
    try (var connection = DriverManager.getConnection(superuserUrl);
        var statement = connection.createStatement()) {
      statement.execute("select pg_terminate_backend(" + pid + ")");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Ends the lease, again and again because the run that is to lose it still prolongs it. */
  private boolean takenOver(UUID job) {
    execute("update job set due_at = now() where id = ? and attempt = 1", job);
    return handlerAttempts(job) == 2;
  }

  private int handlerAttempts(UUID job) {
    return number("select attempt from job where tenant_id = ? and id = '" + job + "'");
  }

  private int effects() {
    return number("select count(*) from inbox where tenant_id = ?");
  }

  private List<Integer> effectsPerLine() {
    return inTenant(
        () ->
            QuarkusTransaction.requiringNew()
                .call(
                    () ->
                        database.list(
                            "select count(*) from inbox where tenant_id = ? group by consumer",
                            to -> to.uuid(merchant),
                            row -> row.getInt(1))));
  }

  private int chunks(UUID job) {
    return number("select count(*) from job_input where tenant_id = ? and job_id = '" + job + "'");
  }

  private int allChunks() {
    return number("select count(*) from job_input where tenant_id = ?");
  }

  private int number(String sql) {
    return new Database(worker, tenant)
        .find(sql, to -> to.uuid(merchant), row -> row.getInt(1))
        .orElseThrow();
  }

  private void execute(String sql, UUID id) {
    new Database(worker, tenant).update(sql, to -> to.uuid(id));
  }

  private <T> T inTenant(java.util.concurrent.Callable<T> work) {
    try {
      return tenant.call(merchant, work::call);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
