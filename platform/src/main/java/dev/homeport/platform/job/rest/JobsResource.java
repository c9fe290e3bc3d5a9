package dev.homeport.platform.job.rest;

import dev.homeport.platform.audit.Audit;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.idempotency.Idempotent;
import dev.homeport.platform.job.JobStatus;
import dev.homeport.platform.job.JobView;
import dev.homeport.platform.job.Jobs;
import dev.homeport.platform.paging.Cursors;
import dev.homeport.platform.paging.Page;
import dev.homeport.platform.paging.PageRequest;
import dev.homeport.platform.paging.Paging;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The jobs of the caller's tenant in this service. */
@Path("/v1/{service}/jobs")
@Tag(name = "Jobs", description = "Work that goes on after its request was accepted.")
@Authenticated
@RunOnVirtualThread
class JobsResource {
  private static final String WHO =
      " Needs the scope for administrators, or the one with which jobs of the kind are submitted.";

  private final Jobs jobs;
  private final JobAccess access;
  private final JobErrors errors;
  private final Audit audit;
  private final Cursors cursors;
  private final String service;

  JobsResource(
      Jobs jobs,
      JobAccess access,
      JobErrors errors,
      Audit audit,
      Cursors cursors,
      @ConfigProperty(name = "quarkus.application.name") String service) {
    this.jobs = jobs;
    this.access = access;
    this.errors = errors;
    this.audit = audit;
    this.cursors = cursors;
    this.service = service;
  }

  @GET
  @ForJobs("admin:read")
  @Operation(operationId = "listJobs", summary = "List jobs", description = "Newest first." + WHO)
  @APIResponse(
      responseCode = "200",
      description = "A page of jobs.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = JobPage.class),
              examples = @ExampleObject(name = "one", value = JobExamples.PAGE)))
  public Page<JobView> list(
      @PathParam("service") String name,
      @QueryParam("status") @Nullable JobStatus status,
      @Parameter(description = "Only jobs of this kind.", example = "order-import")
          @QueryParam("kind")
          @Size(max = 64)
          @Nullable String kind,
      @BeanParam PageRequest page) {
    requireOwn(name);
    Set<String> kinds = access.readable();
    Paging paging = cursors.open(page);
    UUID before = paging.first() ? null : UUID.fromString(paging.after().getFirst());
    return paging.page(
        jobs.list(before, status, only(kind, kinds), paging.fetch()),
        job -> job,
        job -> List.of(Ids.read(JobView.PREFIX, job.id())));
  }

  @GET
  @Path("/{id}")
  @ForJobs("admin:read")
  @Operation(
      operationId = "getJob",
      summary = "See how a job is doing",
      description = "Poll." + WHO)
  @APIResponse(
      responseCode = "200",
      description = "The job as it stands.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = JobView.class),
              examples = @ExampleObject(name = "running", value = JobView.EXAMPLE)))
  public JobView get(
      @PathParam("service") String name,
      @Parameter(description = "The job.", example = "job_01928c5e-6f50-7000-8000-000000000001")
          @PathParam("id")
          @Size(max = 40)
          String id) {
    requireOwn(name);
    return find(id, access.readable());
  }

  @GET
  @Path("/{id}/errors")
  @Produces("application/x-ndjson")
  @ForJobs("admin:read")
  @Operation(
      operationId = "listJobErrors",
      summary = "Read which lines failed, and why",
      description =
          "One JSON object a line, in the order in which the errors happened. Of a job with very"
              + " many errors the first ten thousand are kept; the count goes on."
              + WHO)
  @APIResponse(
      responseCode = "200",
      description = "The errors so far.",
      content =
          @Content(
              mediaType = "application/x-ndjson",
              schema = @Schema(implementation = JobErrors.Line.class),
              examples = @ExampleObject(name = "line", value = JobExamples.ERROR)))
  public StreamingOutput errors(
      @PathParam("service") String name,
      @Parameter(description = "The job.", example = "job_01928c5e-6f50-7000-8000-000000000001")
          @PathParam("id")
          @Size(max = 40)
          String id) {
    requireOwn(name);
    find(id, access.readable());
    return errors.stream(Ids.readPath(JobView.PREFIX, id));
  }

  @POST
  @Path("/{id}/cancellation")
  @Idempotent
  @ForJobs("admin:write")
  @Operation(
      operationId = "cancelJob",
      summary = "Cancel a job",
      description =
          "A queued job ends at once, a running one before its next step. What it has done stays"
              + " done."
              + WHO)
  @APIResponse(
      responseCode = "202",
      description = "It will end; its status says when it has.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = JobView.class),
              examples = @ExampleObject(name = "running", value = JobView.EXAMPLE)))
  public Response cancel(
      @PathParam("service") String name,
      @Parameter(description = "The job.", example = "job_01928c5e-6f50-7000-8000-000000000001")
          @PathParam("id")
          @Size(max = 40)
          String id) {
    requireOwn(name);
    JobView before = find(id, access.cancellable());
    JobView after = jobs.cancel(Ids.readPath(JobView.PREFIX, id));
    audit.record("job.cancel", "job", id, before, after);
    return jobs.accepted(after);
  }

  private JobView find(String id, Set<String> kinds) {
    return jobs.find(Ids.readPath(JobView.PREFIX, id), kinds)
        .orElseThrow(() -> Problem.of(CommonProblem.NOT_FOUND));
  }

  private static Set<String> only(@Nullable String kind, Set<String> kinds) {
    if (kind == null) {
      return kinds;
    }
    return kinds.contains(kind) ? Set.of(kind) : Set.of();
  }

  private void requireOwn(String name) {
    if (!name.equals(service)) {
      throw Problem.of(CommonProblem.NOT_FOUND);
    }
  }

  /** A page as the document shows it: generic types have no schema where an example is given. */
  @Schema(name = "PageJobView")
  record JobPage(
      @Schema(maxItems = PageRequest.MAX_LIMIT) List<JobView> items,
      @Schema(maxLength = PageRequest.MAX_CURSOR) @Nullable String nextCursor) {}
}
