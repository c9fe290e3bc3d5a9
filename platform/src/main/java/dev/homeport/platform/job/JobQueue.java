package dev.homeport.platform.job;

import dev.homeport.platform.database.Database;
import dev.homeport.platform.database.Parameters;
import dev.homeport.platform.problem.Problem;
import dev.homeport.platform.tenant.CurrentTenant;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The jobs of all tenants, as the worker role sees them. Every statement stands alone and holds
 * only while the row still shows the caller's attempt.
 */
@ApplicationScoped
class JobQueue {
  private static final String CLAIM =
      """
      update job set status = 'running', attempt = attempt + 1, lease_owner = ?,
        setbacks = setbacks + case status when 'running' then 1 else 0 end,
        started_at = coalesce(started_at, clock_timestamp()),
        due_at = clock_timestamp() + ? * interval '1 millisecond'
      where (tenant_id, id) = (
        select tenant_id, id from job j
        where status in ('queued', 'running') and due_at <= clock_timestamp()
          and kind = any(string_to_array(?, ' '))
        order by exists (
          select from job other where other.tenant_id = j.tenant_id and other.id <> j.id
            and other.status = 'running' and other.due_at > clock_timestamp()), created_at
        limit 1 for update skip locked)
      returning\s"""
          + JobRow.COLUMNS;
  private static final String MINE =
      "\nwhere tenant_id = ? and id = ? and attempt = ? and status = 'running'\n";
  private static final String HEARTBEAT =
      "update job set due_at = clock_timestamp() + ? * interval '1 millisecond'" + MINE;
  private static final String RELEASE =
      """
      update job set status = 'queued', lease_owner = null, setbacks = setbacks + ?,
        due_at = clock_timestamp() + ? * interval '1 millisecond'"""
          + MINE;
  private static final String END =
      """
      with ended as (
        update job set status = ?, result = ?::jsonb, failure_code = ?, failure_detail = ?,
          lease_owner = null, finished_at = clock_timestamp()"""
          + MINE
          + """
        returning tenant_id, id),
        emptied as (
          delete from job_input i using ended e
          where i.tenant_id = e.tenant_id and i.job_id = e.id)
      select 1 from ended""";
  private static final String SWEEP_INPUT =
      """
      delete from job_input i
      where not exists (select from job j where j.tenant_id = i.tenant_id and j.id = i.job_id)
        and not exists (
          select from job_input young
          where young.tenant_id = i.tenant_id and young.job_id = i.job_id
            and young.created_at > clock_timestamp() - ? * interval '1 millisecond')""";
  private static final String SWEEP_ENDED =
      """
      with old as (
        delete from job where finished_at < clock_timestamp() - ? * interval '1 millisecond'
        returning tenant_id, id),
      errors as (
        delete from job_error e using old o where e.tenant_id = o.tenant_id and e.job_id = o.id)
      select count(*) from old""";

  private final Database sql;

  JobQueue(@DataSource("worker") AgroalDataSource worker, CurrentTenant tenant) {
    this.sql = new Database(worker, tenant);
  }

  /**
   * Takes the oldest job that is due; tenants that have a job running come last. A job left by a
   * replica that fell silent is due when its lease has ended.
   */
  Optional<JobRow> claim(Set<String> kinds, String owner, Duration lease) {
    return sql.find(
        CLAIM,
        to -> to.text(owner).number(lease.toMillis()).text(String.join(" ", kinds)),
        JobRow::read);
  }

  /** Prolongs the lease. False when the job is somebody else's by now. */
  boolean heartbeat(JobRow job, Duration lease) {
    return 1 == sql.update(HEARTBEAT, to -> mine(to.number(lease.toMillis()), job));
  }

  /** Says how many items there are. */
  void total(JobRow job, long items) {
    sql.update("update job set total = ?" + MINE, to -> mine(to.number(items), job));
  }

  /** Gives the job back, for another replica to go on at once. */
  void release(JobRow job) {
    sql.update(RELEASE, to -> mine(to.number(0).number(0), job));
  }

  /** Gives the job back after a transient failure. */
  void retry(JobRow job, Duration wait) {
    sql.update(RELEASE, to -> mine(to.number(1).number(wait.toMillis()), job));
  }

  boolean succeed(JobRow job, @Nullable String result) {
    return end(job, JobStatus.SUCCEEDED, result, null);
  }

  boolean fail(JobRow job, Problem problem) {
    return end(job, JobStatus.FAILED, null, problem);
  }

  boolean cancel(JobRow job) {
    return end(job, JobStatus.CANCELLED, null, null);
  }

  /** Input whose upload broke off: nothing has come for that long, and no job has it. */
  int sweepInput(Duration age) {
    return sql.update(SWEEP_INPUT, to -> to.number(age.toMillis()));
  }

  /** Ended jobs and their errors, when they are that old. */
  long sweepEnded(Duration age) {
    return sql.find(SWEEP_ENDED, to -> to.number(age.toMillis()), row -> row.getLong(1)).orElse(0L);
  }

  private boolean end(
      JobRow job, JobStatus status, @Nullable String result, @Nullable Problem problem) {
    String code = problem == null ? null : problem.code().slug();
    String detail = problem == null ? null : problem.detail();
    return sql.find(
            END,
            to -> mine(to.text(status.text()).text(result).text(code).text(detail), job),
            row -> row.getInt(1))
        .isPresent();
  }

  private static void mine(Parameters to, JobRow job) throws SQLException {
    to.uuid(job.tenant()).uuid(job.id()).number(job.attempt());
  }
}
