package dev.homeport.loyalty.republish;

import dev.homeport.loyalty.announcement.ToldTable;
import dev.homeport.loyalty.contract.MemberChanged;
import dev.homeport.platform.job.JobHandler;
import dev.homeport.platform.job.JobRun;
import dev.homeport.platform.job.JobStep;
import dev.homeport.platform.job.SubmittedWith;
import dev.homeport.platform.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Publishes how every member stands, as it was told last and under the revision of then. */
@ApplicationScoped
@SubmittedWith("admin:write")
class Republishing implements JobHandler {
  static final String KIND = "loyalty-republish";

  private static final int STEP = 1_000;

  private final ToldTable told;
  private final Outbox outbox;

  Republishing(ToldTable told, Outbox outbox) {
    this.told = told;
    this.outbox = outbox;
  }

  /** The last state that was published. */
  record Position(UUID customerId, String programme) {
    static final Position START = new Position(new UUID(0, 0), "");

    private static Position of(MemberChanged state) {
      return new Position(state.customerId(), state.programme());
    }
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(JobRun run) {
    run.total(run.<Long>call(_ -> told.count()));
    Position position = run.checkpoint(Position.class).orElse(Position.START);
    Position before = null;
    while (!position.equals(before)) {
      before = position;
      Position present = position;
      position = run.call(step -> publish(present, step));
    }
  }

  /** The same position when there is no more. */
  private Position publish(Position after, JobStep step) {
    List<MemberChanged> page = told.after(after.customerId(), after.programme(), STEP);
    outbox.append(
        page.stream()
            .map(state -> state.told(state.at(), state.revision(), true).toEvent())
            .toList());
    step.succeeded(page.size());
    Position position = page.isEmpty() ? after : Position.of(page.getLast());
    step.checkpoint(position);
    return position;
  }
}
