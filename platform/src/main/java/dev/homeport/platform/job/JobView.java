package dev.homeport.platform.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.homeport.platform.id.Ids;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A job as callers see it.
 *
 * @param processed items done, whatever came of them; at most {@code total}
 * @param total absent until it is known
 * @param etaSeconds how long it will go on at the pace so far; absent when that cannot be said
 * @param result what the job says when it has succeeded
 * @param failure why the job as a whole failed
 * @param errors the items that failed
 */
@Schema(name = "Job")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobView(
    @Schema(examples = "job_01928c5e-6f50-7000-8000-000000000001") String id,
    @Schema(examples = "order-import") String kind,
    JobStatus status,
    @Schema(examples = "5000") long processed,
    @Schema(examples = "20000") @Nullable Long total,
    @Schema(examples = "4998") long succeeded,
    @Schema(examples = "2") long failed,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    @Schema(examples = "18") @Nullable Long etaSeconds,
    @Schema(type = SchemaType.OBJECT, implementation = Object.class) @Nullable JsonNode result,
    @Nullable Failure failure,
    Errors errors) {

  /** The prefix of a job's identifier. */
  public static final String PREFIX = "job";

  /** A job as it is answered, for descriptions of operations. */
  public static final String EXAMPLE =
      """
      {"id":"job_01928c5e-6f50-7000-8000-000000000001","kind":"order-import","status":"running",
       "processed":5000,"total":20000,"succeeded":4998,"failed":2,
       "createdAt":"2026-11-01T10:00:00Z","startedAt":"2026-11-01T10:00:00.25Z","etaSeconds":18,
       "errors":{"count":2,
       "href":"/v1/order-service/jobs/job_01928c5e-6f50-7000-8000-000000000001/errors"}}""";

  /** The code and sentence of a problem. */
  @Schema(name = "JobFailure")
  public record Failure(
      @Schema(examples = "input-unreadable") String code,
      @Schema(examples = "The input is not the gzip data it says it is.") String detail) {}

  /** How many items failed, and where to read of them. */
  @Schema(name = "JobErrors")
  public record Errors(
      @Schema(examples = "2") long count,
      @Schema(examples = "/v1/order-service/jobs/job_01928c5e-6f50-7000-8000-000000000001/errors")
          String href) {}

  static JobView from(JobRow job, String href, JobJson json) {
    String code = job.failureCode();
    return new JobView(
        Ids.show(PREFIX, job.id()),
        job.kind(),
        job.status(),
        job.processed(),
        job.total(),
        job.succeeded(),
        job.failed(),
        job.createdAt(),
        job.startedAt(),
        job.finishedAt(),
        eta(job),
        job.result() == null ? null : json.tree(job.result()),
        code == null ? null : new Failure(code, String.valueOf(job.failureDetail())),
        new Errors(job.failed(), href + "/errors"));
  }

  private static @Nullable Long eta(JobRow job) {
    Long total = job.total();
    if (job.status() != JobStatus.RUNNING || total == null || job.processed() == 0) {
      return null;
    }
    double perItem = job.elapsedSeconds() / job.processed();
    return Math.round(Math.max(total - job.processed(), 0) * perItem);
  }
}
