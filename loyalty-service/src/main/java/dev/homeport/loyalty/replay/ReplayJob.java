package dev.homeport.loyalty.replay;

import dev.homeport.loyalty.LoyaltyProblem;
import dev.homeport.loyalty.programme.Versions;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.job.JobHandler;
import dev.homeport.platform.job.JobRun;
import dev.homeport.platform.job.JobStep;
import dev.homeport.platform.job.SubmittedWith;
import dev.homeport.platform.problem.Problem;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jboss.logging.Logger;

/** Compares a tenant's ledger with a fold of its journal, some identities at a time. */
@ApplicationScoped
@SubmittedWith(ReplayResource.SCOPE)
class ReplayJob implements JobHandler {
  static final String KIND = "ledger-replay";

  private static final Logger LOG = Logger.getLogger(ReplayJob.class);
  private static final int IDENTITIES_A_STEP = 100;

  private final ReplayTables tables;
  private final ConcurrentMap<UUID, Long> driftOfTenants = new ConcurrentHashMap<>();

  ReplayJob(ReplayTables tables, MeterRegistry metrics) {
    this.tables = tables;
    Gauge.builder("homeport_loyalty_replay_drift", this::drift)
        .description("Identities that differed in the last replay of each tenant, added up")
        .register(metrics);
  }

  /**
   * What a replay says of itself.
   *
   * @param drift identities of which the two sides differ; they are listed as the job's errors
   * @param storedHash SHA-256 over what is stored
   * @param replayedHash SHA-256 over what the journal gives; equal when nothing drifted
   */
  record Result(long identities, long drift, String storedHash, String replayedHash) {}

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(JobRun run) {
    run.total(run.call(_ -> tables.identities()));
    ReplayProgress progress = run.checkpoint(ReplayProgress.class).orElse(ReplayProgress.START);
    boolean more = true;
    while (more) {
      ReplayProgress before = progress;
      progress = run.call(step -> compareNext(step, before));
      more = progress.identities() > before.identities();
    }
    driftOfTenants.put(run.tenant(), progress.drift());
    run.result(
        new Result(
            progress.identities(), progress.drift(), progress.stored(), progress.replayed()));
  }

  private ReplayProgress compareNext(JobStep step, ReplayProgress before) {
    List<UUID> identities = tables.lockNext(before.after(), IDENTITIES_A_STEP);
    var stored = new TreeMap<UUID, StringBuilder>();
    var replayed = new TreeMap<UUID, StringBuilder>();
    for (Versions versions : tables.programmes()) {
      add(stored, versions, tables.stored(versions, identities));
      add(replayed, versions, tables.replayed(versions, identities));
    }
    ReplayProgress progress = before;
    for (UUID identity : identities) {
      String one = String.valueOf(stored.get(identity));
      String other = String.valueOf(replayed.get(identity));
      progress = progress.with(identity, one, other);
      if (one.equals(other)) {
        step.succeeded(1);
      } else {
        report(step, progress.identities(), identity);
      }
    }
    step.checkpoint(progress);
    return progress;
  }

  /** Pictures of all programmes, one after the other. */
  private static void add(
      Map<UUID, StringBuilder> texts, Versions versions, Map<UUID, Picture> pictures) {
    pictures.forEach(
        (identity, picture) ->
            texts
                .computeIfAbsent(identity, _ -> new StringBuilder())
                .append(versions.key())
                .append('\n')
                .append(picture.text()));
  }

  private static void report(JobStep step, long number, UUID identity) {
    String shown = Ids.show("idn", identity);
    LOG.errorf("replay drift: identityId=%s", shown);
    step.failed(
        number,
        Problem.of(
            LoyaltyProblem.REPLAY_DRIFT,
            "What is stored of " + shown + " is not what it should be."));
  }

  private double drift() {
    return driftOfTenants.values().stream().mapToLong(Long::longValue).sum();
  }
}
