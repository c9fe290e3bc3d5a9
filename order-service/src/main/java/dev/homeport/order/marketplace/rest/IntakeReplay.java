package dev.homeport.order.marketplace.rest;

import dev.homeport.order.channel.Channel;
import dev.homeport.order.channel.Channels;
import dev.homeport.order.marketplace.Delivery;
import dev.homeport.order.marketplace.DeliveryStatus;
import dev.homeport.order.marketplace.Verdict;
import dev.homeport.order.marketplace.store.Deliveries;
import dev.homeport.platform.job.JobHandler;
import dev.homeport.platform.job.JobRun;
import dev.homeport.platform.job.JobStep;
import dev.homeport.platform.job.RunStopped;
import dev.homeport.platform.job.SubmittedWith;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The job that maps bodies again: one in a step, so that a bad one takes nothing with it. */
@ApplicationScoped
@SubmittedWith("channels:write")
class IntakeReplay implements JobHandler {
  static final String KIND = "intake-replay";

  private static final Logger LOG = Logger.getLogger(IntakeReplay.class);
  private static final int AT_ONCE = 250;

  private final Channels channels;
  private final Deliveries deliveries;
  private final IntakeDesk desk;

  IntakeReplay(Channels channels, Deliveries deliveries, IntakeDesk desk) {
    this.channels = channels;
    this.deliveries = deliveries;
    this.desk = desk;
  }

  /** Which bodies. */
  record Selection(
      String channel,
      @Nullable DeliveryStatus status,
      @Nullable Instant from,
      @Nullable Instant to) {
    Deliveries.Search search() {
      return new Deliveries.Search(channel, status, from, to);
    }
  }

  /**
   * How far the work has come.
   *
   * @param number of bodies that were looked at
   */
  record Progress(@Nullable UUID after, long number, long taken, long ignored, long quarantined) {
    static final Progress START = new Progress(null, 0, 0, 0, 0);

    Progress beyond(Delivery delivery, DeliveryStatus status) {
      return new Progress(
          delivery.id(),
          number + 1,
          taken + (status == DeliveryStatus.TAKEN ? 1 : 0),
          ignored + (status == DeliveryStatus.IGNORED ? 1 : 0),
          quarantined + (status == DeliveryStatus.QUARANTINED ? 1 : 0));
    }

    Replayed result() {
      return new Replayed(taken, ignored, quarantined);
    }
  }

  /** What the job has done. */
  record Replayed(long taken, long ignored, long quarantined) {}

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(JobRun run) {
    Deliveries.Search search = run.parameters(Selection.class).search();
    Progress progress = run.checkpoint(Progress.class).orElse(Progress.START);
    if (progress.after() == null) {
      run.total(run.call(_ -> deliveries.count(search)));
    }
    List<Delivery> next = next(run, search, progress);
    while (!next.isEmpty()) {
      for (Delivery delivery : next) {
        progress = again(run, delivery, progress);
      }
      next = next(run, search, progress);
    }
    run.result(progress.result());
  }

  private List<Delivery> next(JobRun run, Deliveries.Search search, Progress progress) {
    return run.call(_ -> deliveries.oldest(search, progress.after(), AT_ONCE));
  }

  private Progress again(JobRun run, Delivery delivery, Progress before) {
    try {
      return run.call(step -> done(step, delivery, settle(delivery), before));
    } catch (RunStopped stopped) {
      throw stopped;
    } catch (RuntimeException e) {
      if (Faults.passing(e)) {
        throw e;
      }
      LOG.errorf(e, "a body could not be taken: channel=%s", delivery.channel());
      return run.call(
          step -> {
            deliveries.settle(delivery, Faults.VERDICT);
            return done(step, delivery, Faults.VERDICT, before);
          });
    }
  }

  /** Its channel may be gone, or its key by now. */
  private Verdict settle(Delivery delivery) {
    Channel channel = channels.find(delivery.channel()).orElse(null);
    byte[] body = deliveries.body(delivery).orElse(null);
    return channel == null || body == null
        ? delivery.verdict()
        : desk.settle(channel, delivery, body);
  }

  private static Progress done(JobStep step, Delivery delivery, Verdict verdict, Progress before) {
    if (verdict.status() == DeliveryStatus.QUARANTINED) {
      step.failed(
          before.number() + 1,
          Problem.of(
                  CommonProblem.VALIDATION_FAILED, verdict.detail() == null ? "" : verdict.detail())
              .at(
                  verdict.pointer() == null ? "" : verdict.pointer(),
                  DeliveryView.from(delivery).id() + ": " + verdict.code()));
    } else {
      step.succeeded(1);
    }
    Progress after = before.beyond(delivery, verdict.status());
    step.checkpoint(after);
    return after;
  }
}
