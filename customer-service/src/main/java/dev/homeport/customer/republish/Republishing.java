package dev.homeport.customer.republish;

import dev.homeport.customer.contract.CustomerChanged;
import dev.homeport.customer.contract.IdentityMapped;
import dev.homeport.customer.identity.Identity;
import dev.homeport.customer.profile.Profiles;
import dev.homeport.platform.job.JobHandler;
import dev.homeport.platform.job.JobRun;
import dev.homeport.platform.job.JobStep;
import dev.homeport.platform.job.SubmittedWith;
import dev.homeport.platform.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/**
 * Publishes every identity, then every customer, each at its present revision. The rows of a step
 * are held until it commits, so that on the compacted topics nothing old follows something newer.
 */
@ApplicationScoped
@SubmittedWith("admin:write")
class Republishing implements JobHandler {
  static final String KIND = "customer-republish";

  private static final int STEP = 1_000;

  private final Profiles profiles;
  private final Outbox outbox;

  Republishing(Profiles profiles, Outbox outbox) {
    this.profiles = profiles;
    this.outbox = outbox;
  }

  /** What is published next. */
  enum Stage {
    IDENTITIES,
    CUSTOMERS,
    DONE
  }

  /**
   * How far it has come.
   *
   * @param after the last id that was published in this stage
   */
  record Position(Stage stage, UUID after) {
    static Position startOf(Stage stage) {
      return new Position(stage, new UUID(0, 0));
    }
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(JobRun run) {
    run.total(run.<Long>call(_ -> Identity.count() + profiles.count()));
    var position =
        run.checkpoint(Position.class).orElseGet(() -> Position.startOf(Stage.IDENTITIES));
    while (position.stage() != Stage.DONE) {
      Position present = position;
      position = run.call(step -> publish(present, step));
    }
  }

  private Position publish(Position position, JobStep step) {
    Position next =
        switch (position.stage()) {
          case IDENTITIES -> identities(position, step);
          case CUSTOMERS -> customers(position, step);
          case DONE -> position;
        };
    step.checkpoint(next);
    return next;
  }

  private Position identities(Position position, JobStep step) {
    List<IdentityMapped> page = Identity.holdAfter(position.after(), STEP);
    outbox.append(page.stream().map(IdentityMapped::toEvent).toList());
    step.succeeded(page.size());
    return page.isEmpty()
        ? Position.startOf(Stage.CUSTOMERS)
        : new Position(Stage.IDENTITIES, page.getLast().identityId());
  }

  private Position customers(Position position, JobStep step) {
    List<CustomerChanged> page = profiles.holdAfter(position.after(), STEP);
    outbox.append(page.stream().map(CustomerChanged::toEvent).toList());
    step.succeeded(page.size());
    return page.isEmpty()
        ? Position.startOf(Stage.DONE)
        : new Position(Stage.CUSTOMERS, page.getLast().customerId());
  }
}
