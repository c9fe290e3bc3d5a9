package dev.homeport.platform.job.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.homeport.platform.job.JobError;
import dev.homeport.platform.job.Jobs;
import dev.homeport.platform.problem.ProblemBody;
import dev.homeport.platform.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Writes the errors of a job as NDJSON, a few hundred in memory at a time. */
@ApplicationScoped
class JobErrors {
  private static final int FETCH = 500;

  private final Jobs jobs;
  private final CurrentTenant tenant;
  private final ObjectMapper json;

  JobErrors(Jobs jobs, CurrentTenant tenant, ObjectMapper json) {
    this.jobs = jobs;
    this.tenant = tenant;
    this.json = json;
  }

  /** The body is written after the resource method has returned, hence the tenant is taken now. */
  StreamingOutput stream(UUID id) {
    UUID owner = tenant.id();
    return out ->
        tenant.call(
            owner,
            () -> {
              write(id, out);
              return owner;
            });
  }

  private void write(UUID id, OutputStream out) throws IOException {
    long after = 0;
    List<JobError> errors;
    do {
      errors = jobs.errors(id, after, FETCH);
      for (JobError error : errors) {
        out.write(json.writeValueAsBytes(error));
        out.write('\n');
        after = error.number();
      }
    } while (errors.size() == FETCH);
  }

  /** What a line looks like. */
  @Schema(name = "JobError")
  record Line(@Schema(examples = "42") long line, ProblemBody problem) {}
}
