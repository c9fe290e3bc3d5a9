package dev.homeport.platform.job;

import dev.homeport.platform.problem.ProblemCode;
import java.util.Locale;

/** Why a job is refused or fails. */
public enum JobProblem implements ProblemCode {
  JOB_ENDED(409, "The job has already ended"),
  JOB_FAILED(500, "The job failed; the failure is recorded"),
  JOB_RETRIES_EXHAUSTED(503, "The job was interrupted again and again without any progress");

  private final int status;
  private final String title;

  JobProblem(int status, String title) {
    this.status = status;
    this.title = title;
  }

  @Override
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String title() {
    return title;
  }
}
