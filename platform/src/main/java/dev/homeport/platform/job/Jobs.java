package dev.homeport.platform.job;

import dev.homeport.platform.id.Ids;
import dev.homeport.platform.job.input.InputStore;
import dev.homeport.platform.job.input.StoredInput;
import dev.homeport.platform.problem.Problem;
import dev.homeport.platform.security.CurrentIdentity;
import dev.homeport.platform.tenant.CurrentTenant;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The jobs of the current tenant. */
@ApplicationScoped
public class Jobs {
  private final JobTable table;
  private final JobHandlers handlers;
  private final JobService runners;
  private final InputStore inputs;
  private final JobJson json;
  private final CurrentTenant tenant;
  private final CurrentIdentity identity;
  private final TransactionSynchronizationRegistry transaction;
  private final String path;

  Jobs(
      JobTable table,
      JobHandlers handlers,
      JobService runners,
      InputStore inputs,
      JobJson json,
      CurrentTenant tenant,
      CurrentIdentity identity,
      TransactionSynchronizationRegistry transaction,
      @ConfigProperty(name = "quarkus.application.name") String service) {
    this.table = table;
    this.handlers = handlers;
    this.runners = runners;
    this.inputs = inputs;
    this.json = json;
    this.tenant = tenant;
    this.identity = identity;
    this.transaction = transaction;
    this.path = "/v1/" + service + "/jobs/";
  }

  /** A job without an input; see {@link #submit(String, Object, InputStream, String)}. */
  public JobView submit(String kind, @Nullable Object parameters) {
    return submit(kind, parameters, null, null);
  }

  /** A job whose input is not packed. */
  public JobView submit(String kind, @Nullable Object parameters, @Nullable InputStream input) {
    return submit(kind, parameters, input, null);
  }

  /**
   * Stores a job, in the caller's transaction if there is one. Its input is stored first, chunk by
   * chunk in transactions of their own; the job comes to be when all of it is there, so an upload
   * that breaks off leaves nothing that anyone sees.
   *
   * @param kind of a {@link JobHandler} of this service
   * @param parameters what the handler reads with {@link JobRun#parameters}, as JSON
   * @param input the body of the request, read to its end
   * @param contentEncoding the header of the request; gzip is kept as it is
   */
  public JobView submit(
      String kind,
      @Nullable Object parameters,
      @Nullable InputStream input,
      @Nullable String contentEncoding) {
    return submit(kind, parameters, input, contentEncoding, _ -> {});
  }

  /**
   * The same, with something that lies in the transaction in which the job comes to be.
   *
   * @param beside is handed the job, for example to record who submitted it
   */
  public JobView submit(
      String kind,
      @Nullable Object parameters,
      @Nullable InputStream input,
      @Nullable String contentEncoding,
      Consumer<JobView> beside) {
    handlers.of(kind);
    UUID owner = tenant.id();
    UUID id = Ids.next();
    String text = json.write(parameters == null ? Map.of() : parameters);
    StoredInput stored = input == null ? null : inputs.write(owner, id, input, contentEncoding);
    return QuarkusTransaction.joiningExisting()
        .call(
            () -> {
              table.insert(owner, id, kind, text, stored, identity.subject());
              transaction.registerInterposedSynchronization(new WakeAfterCommit());
              JobView job = view(table.find(owner, id).orElseThrow());
              beside.accept(job);
              return job;
            });
  }

  /** 202 with the job, its address and when to look at it. */
  public Response accepted(JobView job) {
    return Response.accepted(job)
        .location(URI.create(path + job.id()))
        .header(HttpHeaders.RETRY_AFTER, "1")
        .build();
  }

  /** One job, when it is of one of these kinds. */
  public Optional<JobView> find(UUID id, Set<String> kinds) {
    return inTransaction(() -> row(id, kinds).map(this::view));
  }

  /**
   * Jobs of these kinds, newest first.
   *
   * @param before only older ones than this
   */
  public List<JobView> list(
      @Nullable UUID before, @Nullable JobStatus status, Set<String> kinds, int limit) {
    return inTransaction(
        () ->
            table.list(tenant.id(), before, status, kinds, limit).stream()
                .map(this::view)
                .toList());
  }

  /** The errors of a job in the order in which they happened, after that number. */
  public List<JobError> errors(UUID id, long after, int limit) {
    return inTransaction(() -> table.errors(tenant.id(), id, after, limit));
  }

  /**
   * Ends a queued job now and a running one before its next step; a cancelled one stays as it is.
   *
   * @throws Problem 409 {@code job-ended} when it has succeeded or failed
   */
  public JobView cancel(UUID id) {
    return inTransaction(
        () -> {
          boolean open = table.cancel(tenant.id(), id);
          JobRow job = table.find(tenant.id(), id).orElseThrow();
          if (!open && job.status() != JobStatus.CANCELLED) {
            throw Problem.of(JobProblem.JOB_ENDED);
          }
          return view(job);
        });
  }

  private Optional<JobRow> row(UUID id, Set<String> kinds) {
    return table.find(tenant.id(), id).filter(job -> kinds.contains(job.kind()));
  }

  private JobView view(JobRow job) {
    return JobView.from(job, path + Ids.show(JobView.PREFIX, job.id()), json);
  }

  private static <T> T inTransaction(java.util.concurrent.Callable<T> work) {
    return QuarkusTransaction.joiningExisting().call(work);
  }

  private final class WakeAfterCommit implements Synchronization {
    @Override
    public void beforeCompletion() {}

    @Override
    public void afterCompletion(int status) {
      if (status == Status.STATUS_COMMITTED) {
        runners.wake();
      }
    }
  }
}
