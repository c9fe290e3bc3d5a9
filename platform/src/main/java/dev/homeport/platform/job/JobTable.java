package dev.homeport.platform.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.homeport.platform.database.Database;
import dev.homeport.platform.job.input.StoredInput;
import dev.homeport.platform.problem.ProblemBody;
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

  private final Database sql;
  private final ObjectMapper json;

  JobTable(Database sql, ObjectMapper json) {
    this.sql = sql;
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
    Long chunks = input == null ? null : Long.valueOf(input.chunks());
    boolean gzip = input != null && input.gzip();
    int inserted =
        sql.update(
            INSERT,
            to ->
                to.uuid(tenant)
                    .uuid(id)
                    .text(kind)
                    .text(parameters)
                    .number(chunks)
                    .flag(gzip)
                    .text(submittedBy)
                    .number(chunks)
                    .uuid(tenant)
                    .uuid(id));
    if (inserted == 0) {
      throw new IllegalStateException("The input of a job was swept while it was being uploaded");
    }
  }

  Optional<JobRow> find(UUID tenant, UUID id) {
    return sql.find(FIND, to -> to.uuid(tenant).uuid(id), JobRow::read);
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
        LIST,
        to ->
            to.uuid(tenant)
                .uuid(before)
                .uuid(before)
                .text(text)
                .text(text)
                .text(String.join(" ", kinds))
                .number(limit),
        JobRow::read);
  }

  /** Empty when the run has been taken over. */
  Optional<Boolean> cancelRequested(JobRow job) {
    return sql.find(
        CANCEL_REQUESTED,
        to -> to.uuid(job.tenant()).uuid(job.id()).number(job.attempt()),
        row -> row.getBoolean(1));
  }

  /**
   * Writes what a step reports. False when the run has been taken over: then nothing may commit.
   */
  boolean step(JobRow job, JobStep step, @Nullable String checkpoint, JobConfig config) {
    int failed = step.errors().size();
    Optional<Long> all =
        sql.find(
            STEP,
            to ->
                to.number(step.processed())
                    .number(step.succeeded())
                    .number(failed)
                    .text(checkpoint)
                    .number(config.lease().toMillis())
                    .uuid(job.tenant())
                    .uuid(job.id())
                    .number(job.attempt()),
            row -> row.getLong(1));
    all.filter(count -> failed > 0)
        .ifPresent(count -> insertErrors(job, step.errors(), count - failed, config.errorsKept()));
    return all.isPresent();
  }

  List<JobError> errors(UUID tenant, UUID id, long after, int limit) {
    return sql.list(
        """
        select number, line, problem from job_error
        where tenant_id = ? and job_id = ? and number > ? order by number limit ?""",
        to -> to.uuid(tenant).uuid(id).number(after).number(limit),
        row -> new JobError(row.getLong(1), row.getLong(2), row.getString(3)));
  }

  /** A queued job ends here and now, a running one before its next step. False: it has ended. */
  boolean cancel(UUID tenant, UUID id) {
    boolean open = sql.update(CANCEL, to -> to.uuid(tenant).uuid(id)) == 1;
    sql.update(EMPTY, to -> to.uuid(tenant).uuid(id));
    return open;
  }

  private void insertErrors(JobRow job, List<JobStep.LineError> errors, long before, int kept) {
    var rows = new ArrayList<ErrorRow>(errors.size());
    for (JobStep.LineError error : errors) {
      rows.add(new ErrorRow(rows.size() + 1, error.line(), ProblemBody.of(error.problem())));
    }
    sql.update(
        ERRORS,
        to ->
            to.uuid(job.tenant())
                .uuid(job.id())
                .number(before)
                .text(write(rows))
                .number(before)
                .number(kept));
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
