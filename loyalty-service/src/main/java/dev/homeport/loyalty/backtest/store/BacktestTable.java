package dev.homeport.loyalty.backtest.store;

import dev.homeport.loyalty.backtest.Backtest;
import dev.homeport.loyalty.backtest.BacktestResult;
import dev.homeport.loyalty.backtest.Backtests;
import dev.homeport.loyalty.programme.Fault;
import dev.homeport.loyalty.programme.ProgrammeReading;
import dev.homeport.loyalty.programme.Programmes;
import dev.homeport.loyalty.programme.RunningProgrammes;
import dev.homeport.loyalty.programme.StoredProgramme;
import dev.homeport.loyalty.programme.StoredVersion;
import dev.homeport.platform.database.Database;
import dev.homeport.platform.event.EventJson;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.job.JobView;
import dev.homeport.platform.job.Jobs;
import dev.homeport.platform.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Backtests in PostgreSQL. */
@ApplicationScoped
class BacktestTable implements Backtests {
  private static final String ADD =
      """
      insert into backtest (tenant_id, backtest_id, programme_id, version, document, time_zone,
        period_from, period_to, compare, job_id, created_at)
      values (?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?)""";

  private static final String ONE =
      "select * from backtest where tenant_id = ? and programme_id = ? and backtest_id = ?";

  private static final String PAGE =
      """
      select programme_id, backtest_id, version, period_from, period_to, compare, job_id,
        created_at, finished_at, null as result
      from backtest
      where tenant_id = ? and programme_id = ? and (?::uuid is null or backtest_id < ?::uuid)
      order by backtest_id desc limit ?""";

  private static final String ASKED =
      """
      select b.*, p.key from backtest b join programme p using (tenant_id, programme_id)
      where b.tenant_id = ? and b.backtest_id = ?""";

  private static final String FINISH =
      """
      update backtest set finished_at = ?, result = ?::jsonb
      where tenant_id = ? and backtest_id = ?""";

  private final Database database;
  private final Programmes programmes;
  private final RunningProgrammes running;
  private final Jobs jobs;
  private final CurrentTenant tenant;
  private final Clock clock;

  BacktestTable(
      Database database,
      Programmes programmes,
      RunningProgrammes running,
      Jobs jobs,
      CurrentTenant tenant,
      Clock clock) {
    this.database = database;
    this.programmes = programmes;
    this.running = running;
    this.jobs = jobs;
    this.tenant = tenant;
    this.clock = clock;
  }

  /**
   * What was asked for.
   *
   * @param document of the version, as it was then; null for the programme as it ran
   * @param zone where its days begin; null for the programme as it ran
   */
  record Asked(
      Backtest backtest, String programme, @Nullable String document, @Nullable String zone) {}

  @Override
  public Begun begin(
      UUID programmeId,
      @Nullable Integer version,
      @Nullable Instant from,
      @Nullable Instant to,
      boolean compare) {
    Optional<StoredProgramme> programme = programmes.find(programmeId);
    if (programme.isEmpty()) {
      return new Begun.NoProgramme();
    }
    if (version == null) {
      return running.find(programme.get().key()).isPresent()
          ? accept(programmeId, null, from, to, false)
          : new Begun.NeverRan();
    }
    Optional<StoredVersion> stored = programmes.version(programmeId, version);
    if (stored.isEmpty()) {
      return new Begun.NoVersion();
    }
    Object document = EventJson.read(stored.get().document(), Object.class);
    return switch (ProgrammeReading.read(document)) {
      case ProgrammeReading.Result.Faulty(List<Fault> faults) -> new Begun.Faulty(faults);
      case ProgrammeReading.Result.Sound _ -> accept(programmeId, stored.get(), from, to, compare);
    };
  }

  private Begun accept(
      UUID programmeId,
      @Nullable StoredVersion version,
      @Nullable Instant from,
      @Nullable Instant to,
      boolean compare) {
    UUID id = Ids.next();
    JobView job = jobs.submit(KIND, new BacktestJob.Parameters(id));
    UUID jobId = Ids.read(JobView.PREFIX, job.id());
    database.update(
        ADD,
        row ->
            row.tenant()
                .uuid(id)
                .uuid(programmeId)
                .number(version == null ? null : Long.valueOf(version.number()))
                .text(version == null ? null : version.document())
                .text(version == null ? null : zone(version))
                .instant(micros(from))
                .instant(micros(to))
                .flag(compare)
                .uuid(jobId)
                .instant(clock.instant()));
    return new Begun.Accepted(find(programmeId, id).orElseThrow());
  }

  private String zone(StoredVersion version) {
    return Objects.requireNonNullElseGet(version.zone(), () -> tenant.settings().timeZone())
        .getId();
  }

  private static @Nullable Instant micros(@Nullable Instant moment) {
    return moment == null ? null : moment.truncatedTo(ChronoUnit.MICROS);
  }

  @Override
  public Optional<Backtest> find(UUID programmeId, UUID id) {
    return database.find(
        ONE, to -> to.tenant().uuid(programmeId).uuid(id), BacktestTable::backtest);
  }

  @Override
  public List<Backtest> list(UUID programmeId, @Nullable UUID before, int limit) {
    return database.list(
        PAGE,
        to -> to.tenant().uuid(programmeId).uuid(before).uuid(before).number(limit),
        BacktestTable::backtest);
  }

  /** What a job has to do. */
  Asked asked(UUID id) {
    return database
        .find(
            ASKED,
            to -> to.tenant().uuid(id),
            row ->
                new Asked(
                    backtest(row),
                    row.getString("key"),
                    row.getString("document"),
                    row.getString("time_zone")))
        .orElseThrow();
  }

  void finish(UUID id, BacktestResult result) {
    database.update(
        FINISH, to -> to.instant(clock.instant()).text(EventJson.write(result)).tenant().uuid(id));
  }

  private static Backtest backtest(ResultSet row) throws SQLException {
    String result = row.getString("result");
    return new Backtest(
        row.getObject("backtest_id", UUID.class),
        row.getObject("programme_id", UUID.class),
        row.getObject("version", Integer.class),
        instant(row, "period_from"),
        instant(row, "period_to"),
        row.getBoolean("compare"),
        row.getObject("job_id", UUID.class),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        instant(row, "finished_at"),
        result == null ? null : EventJson.read(result, BacktestResult.class));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }
}
