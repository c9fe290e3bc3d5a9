package dev.homeport.platform.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.homeport.platform.job.input.StoredInput;
import dev.homeport.platform.problem.ProblemBody;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The jobs of one tenant, in the caller's transaction. */
@ApplicationScoped
class JobTable {
  private static final String INSERT =
      """
      insert into job (tenant_id, id, kind, parameters, input_chunks, input_gzip, submitted_by)
      select ?, ?, ?, ?::jsonb, ?::int, ?, ?
      where coalesce(?::int, 0) = (
        select count(*) from job_input where tenant_id = ? and job_id = ?)""";
  private static final String FIND =
      "select " + JobRow.COLUMNS + " from job where tenant_id = ? and id = ?";
  private static final String LIST =
      "select "
          + JobRow.COLUMNS
          + "\n"
          + """
          from job
          where tenant_id = ? and (?::uuid is null or id < ?::uuid)
            and (?::text is null or status = ?) and kind = any(string_to_array(?, ' '))
          order by id desc limit ?""";
  private static final String CANCEL_REQUESTED =
      """
      select cancel_requested from job
      where tenant_id = ? and id = ? and attempt = ? and status = 'running'""";
  private static final String STEP =
      """
      update job set processed = processed + ?, succeeded = succeeded + ?, failed = failed + ?,
        checkpoint = coalesce(?::jsonb, checkpoint), setbacks = 0,
        due_at = clock_timestamp() + ? * interval '1 millisecond'
      where tenant_id = ? and id = ? and attempt = ? and status = 'running'
      returning failed""";
  private static final String ERRORS =
      """
      insert into job_error (tenant_id, job_id, number, line, problem)
      select ?, ?, ? + e.number, e.line, e.problem
      from jsonb_to_recordset(?::jsonb) as e(number bigint, line bigint, problem jsonb)
      where ? + e.number <= ?""";
  private static final String CANCEL =
      """
      update job set cancel_requested = true,
        finished_at = case status when 'queued' then clock_timestamp() end,
        status = case status when 'queued' then 'cancelled' else status end
      where tenant_id = ? and id = ? and status in ('queued', 'running')""";
  private static final String EMPTY =
      """
      delete from job_input i using job j
      where i.tenant_id = j.tenant_id and i.job_id = j.id
        and j.tenant_id = ? and j.id = ? and j.status = 'cancelled'""";

  private final Sql sql;
  private final ObjectMapper json;

  JobTable(AgroalDataSource database, ObjectMapper json) {
    this.sql = new Sql(database);
    this.json = json;
  }

  /** Makes the job visible, provided that all of its input is there. */
  void insert(
      UUID tenant,
      UUID id,
      String kind,
      String parameters,
      @Nullable StoredInput input,
      String submittedBy) {
    Integer chunks = input == null ? null : input.chunks();
    boolean gzip = input != null && input.gzip();
    int inserted =
        sql.update(
            INSERT, tenant, id, kind, parameters, chunks, gzip, submittedBy, chunks, tenant, id);
    if (inserted == 0) {
      throw new IllegalStateException("The input of a job was swept while it was being uploaded");
    }
  }

  Optional<JobRow> find(UUID tenant, UUID id) {
    return sql.find(JobRow::read, FIND, tenant, id);
  }

  /** Newest first. */
  List<JobRow> list(
      UUID tenant,
      @Nullable UUID before,
      @Nullable JobStatus status,
      Set<String> kinds,
      int limit) {
    String text = status == null ? null : status.text();
    return sql.list(
        JobRow::read, LIST, tenant, before, before, text, text, String.join(" ", kinds), limit);
  }

  /** Empty when the run has been taken over. */
  Optional<Boolean> cancelRequested(JobRow job) {
    return sql.find(
        row -> row.getBoolean(1), CANCEL_REQUESTED, job.tenant(), job.id(), job.attempt());
  }

  /**
   * Writes what a step reports. False when the run has been taken over: then nothing may commit.
   */
  boolean step(JobRow job, JobStep step, @Nullable String checkpoint, JobConfig config) {
    int failed = step.errors().size();
    Optional<Long> all =
        sql.find(
            row -> row.getLong(1),
            STEP,
            step.processed(),
            step.succeeded(),
            failed,
            checkpoint,
            config.lease().toMillis(),
            job.tenant(),
            job.id(),
            job.attempt());
    all.filter(count -> failed > 0)
        .ifPresent(count -> insertErrors(job, step.errors(), count - failed, config.errorsKept()));
    return all.isPresent();
  }

  List<JobError> errors(UUID tenant, UUID id, long after, int limit) {
    return sql.list(
        row -> new JobError(row.getLong(1), row.getLong(2), row.getString(3)),
        """
        select number, line, problem from job_error
        where tenant_id = ? and job_id = ? and number > ? order by number limit ?""",
        tenant,
        id,
        after,
        limit);
  }

  /** A queued job ends here and now, a running one before its next step. False: it has ended. */
  boolean cancel(UUID tenant, UUID id) {
    boolean open = sql.update(CANCEL, tenant, id) == 1;
    sql.update(EMPTY, tenant, id);
    return open;
  }

  private void insertErrors(JobRow job, List<JobStep.LineError> errors, long before, int kept) {
    var rows = new ArrayList<ErrorRow>(errors.size());
    for (JobStep.LineError error : errors) {
      rows.add(new ErrorRow(rows.size() + 1, error.line(), ProblemBody.of(error.problem())));
    }
    sql.update(ERRORS, job.tenant(), job.id(), before, write(rows), before, kept);
  }

  /** PostgreSQL stores any character but NUL, which a detail may quote from the input. */
  private String write(Object value) {
    try {
      return json.writeValueAsString(value).replace("\\u0000", "\\ufffd");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Errors of a job cannot be written as JSON", e);
    }
  }

  private record ErrorRow(long number, long line, ProblemBody problem) {}
}
