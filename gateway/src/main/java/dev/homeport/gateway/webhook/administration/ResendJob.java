package dev.homeport.gateway.webhook.administration;

import dev.homeport.gateway.webhook.store.DeliveryLog.Period;
import dev.homeport.platform.job.JobHandler;
import dev.homeport.platform.job.JobRun;
import dev.homeport.platform.job.SubmittedWith;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.UUID;

/** Sends again what an endpoint was sent in a period. */
@ApplicationScoped
@SubmittedWith("webhooks:write")
public class ResendJob implements JobHandler {
  /** The kind of these jobs. */
  public static final String KIND = "webhook-resend";

  private final Resending resending;

  ResendJob(Resending resending) {
    this.resending = resending;
  }

  /** What to send again. */
  public record Parameters(UUID endpoint, Instant from, Instant to, boolean onlyFailed) {
    Period period() {
      return new Period(from, to, onlyFailed);
    }
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(JobRun run) {
    Parameters what = run.parameters(Parameters.class);
    if (run.checkpoint(Long.class).isEmpty()) {
      run.total(
          QuarkusTransaction.joiningExisting()
              .call(() -> resending.count(what.endpoint(), what.period())));
    }
    OptionalLong last = OptionalLong.of(run.checkpoint(Long.class).orElse(0L));
    while (last.isPresent()) {
      long after = last.getAsLong();
      last =
          run.call(
              step -> {
                OptionalLong reached =
                    resending.some(what.endpoint(), what.period(), after, step::succeeded);
                reached.ifPresent(step::checkpoint);
                return reached;
              });
    }
  }
}
