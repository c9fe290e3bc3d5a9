package dev.homeport.loyalty.backtest.store;

import dev.homeport.loyalty.backtest.BacktestResult;
import dev.homeport.loyalty.backtest.Backtests;
import dev.homeport.loyalty.backtest.Trial;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.job.JobHandler;
import dev.homeport.platform.job.JobRun;
import dev.homeport.platform.job.JobStep;
import dev.homeport.platform.job.SubmittedWith;
import dev.homeport.platform.tenant.CurrentTenant;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Does a backtest: some members a step, of them some at once on each of two threads. Those threads
 * are the system's own, so that it shares the processors between them and whoever serves requests.
 * Memory holds a few hundred members at a time, however many there are.
 */
@ApplicationScoped
@SubmittedWith("loyalty:write")
class BacktestJob implements JobHandler {
  private static final int THREADS = 2;
  private static final int IDENTITIES_A_STEP = 8_000;
  private static final int EVENTS_AT_ONCE = 1_000;

  private final BacktestTable table;
  private final Trials trials;
  private final MemberJournals journals;
  private final CurrentTenant tenant;

  BacktestJob(BacktestTable table, Trials trials, MemberJournals journals, CurrentTenant tenant) {
    this.table = table;
    this.trials = trials;
    this.journals = journals;
    this.tenant = tenant;
  }

  /** Which one. */
  record Parameters(UUID backtestId) {}

  /**
   * How far it has come.
   *
   * @param after the customer of the last member that was looked at; null before the first
   */
  record Progress(@Nullable UUID after, boolean done, Trial.Outcome outcome) {}

  /** Where the figures are. */
  record Result(String backtestId, long members, long events) {}

  /** What is tried, and up to when the journal counts. */
  private record Work(Trial trial, Instant known, UUID merchant, ExecutorService threads) {}

  @Override
  public String kind() {
    return Backtests.KIND;
  }

  @Override
  public void run(JobRun run) {
    UUID id = run.parameters(Parameters.class).backtestId();
    run.total(run.call(_ -> journals.identities()));
    BacktestTable.Asked asked = run.call(_ -> table.asked(id));
    Trial trial = run.call(_ -> trials.of(asked));
    Progress progress =
        run.checkpoint(Progress.class)
            .orElseGet(() -> new Progress(null, false, Trial.Outcome.none(trial.today() != null)));
    var factory = Thread.ofPlatform().name("backtest-", 0).factory();
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS, factory)) {
      var work = new Work(trial, asked.backtest().createdAt(), run.tenant(), threads);
      while (!progress.done()) {
        Progress before = progress;
        progress = run.call(step -> next(step, work, before));
      }
    }
    Trial.Outcome outcome = progress.outcome();
    run.step(
        _ ->
            table.finish(
                id, BacktestResult.of(trial, outcome, tenant.settings().reportingCurrency())));
    run.result(new Result(Ids.show("bkt", id), outcome.members(), outcome.events()));
  }

  private Progress next(JobStep step, Work work, Progress before) throws Exception {
    List<MemberJournals.Group> groups = journals.next(before.after(), IDENTITIES_A_STEP);
    if (groups.isEmpty()) {
      return new Progress(before.after(), true, before.outcome());
    }
    var parts = new ArrayList<Future<Trial.Outcome>>();
    for (List<MemberJournals.Group> some : parts(groups)) {
      parts.add(work.threads().submit(() -> tenant.call(work.merchant(), () -> on(some, work))));
    }
    Trial.Outcome outcome = before.outcome();
    for (Future<Trial.Outcome> part : parts) {
      outcome = outcome.plus(of(part));
    }
    step.succeeded(groups.stream().mapToLong(group -> group.identities().size()).sum());
    var progress = new Progress(groups.getLast().customerId(), false, outcome);
    step.checkpoint(progress);
    return progress;
  }

  /** Members are folded when the transaction in which they were read is over. */
  private Trial.Outcome on(List<MemberJournals.Group> some, Work work) {
    return work.trial()
        .on(QuarkusTransaction.requiringNew().call(() -> journals.read(some, work.known())));
  }

  private static Trial.Outcome of(Future<Trial.Outcome> part) throws InterruptedException {
    try {
      return part.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("Some members could not be folded", e.getCause());
    }
  }

  /** With about as many events each. */
  private static List<List<MemberJournals.Group>> parts(List<MemberJournals.Group> groups) {
    var parts = new ArrayList<List<MemberJournals.Group>>();
    var part = new ArrayList<MemberJournals.Group>();
    long events = 0;
    for (MemberJournals.Group group : groups) {
      if (!part.isEmpty() && events + group.length() > EVENTS_AT_ONCE) {
        parts.add(List.copyOf(part));
        part.clear();
        events = 0;
      }
      part.add(group);
      events += group.length();
    }
    parts.add(List.copyOf(part));
    return parts;
  }
}
