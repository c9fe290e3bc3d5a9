package dev.homeport.order.republish;

import dev.homeport.order.contract.OrderChange;
import dev.homeport.order.contract.ReturnChange;
import dev.homeport.order.order.Order;
import dev.homeport.order.order.OrderSearch;
import dev.homeport.order.order.Orders;
import dev.homeport.order.publication.Announcement;
import dev.homeport.order.publication.Publication;
import dev.homeport.order.returns.FreeReturn;
import dev.homeport.order.returns.FreeReturns;
import dev.homeport.platform.job.JobHandler;
import dev.homeport.platform.job.JobRun;
import dev.homeport.platform.job.JobStep;
import dev.homeport.platform.job.SubmittedWith;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The job that publishes the orders and free returns of a period again, by time. */
@ApplicationScoped
@SubmittedWith("admin:write")
class Republication implements JobHandler {
  static final String KIND = "republish";
  private static final int GROUP = 250;

  private final Orders orders;
  private final FreeReturns returns;
  private final Publication publication;

  Republication(Orders orders, FreeReturns returns, Publication publication) {
    this.orders = orders;
    this.returns = returns;
    this.publication = publication;
  }

  /** Which documents; open where null. */
  record Period(@Nullable Instant from, @Nullable Instant to) {}

  /**
   * How far the work has come.
   *
   * @param at the time of the last document; null where none was
   * @param id the identifier of the last document
   * @param onReturns whether the orders are done and the returns are at work
   */
  record Progress(
      @Nullable Instant at, @Nullable UUID id, boolean onReturns, long orders, long returns) {
    static final Progress START = new Progress(null, null, false, 0, 0);

    Progress beyond(Order last, int more) {
      return new Progress(last.document().placedAt(), last.id(), false, orders + more, returns);
    }

    Progress beyond(FreeReturn last, int more) {
      return new Progress(last.document().returnedAt(), last.id(), true, orders, returns + more);
    }

    Progress ordersDone() {
      return new Progress(null, null, true, orders, returns);
    }
  }

  /** What the job has done. */
  record Republished(long orders, long returns) {}

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(JobRun run) {
    Period period = run.parameters(Period.class);
    Progress progress = run.checkpoint(Progress.class).orElse(Progress.START);
    for (boolean more = true; more; ) {
      Progress before = progress;
      run.result(new Republished(before.orders(), before.returns()));
      Optional<Progress> after = run.call(step -> step(step, period, before));
      progress = after.orElse(before);
      more = after.isPresent();
    }
  }

  private Optional<Progress> step(JobStep step, Period period, Progress before) {
    Optional<Progress> next =
        before.onReturns() ? returns(period, before) : Optional.of(orders(period, before));
    next.ifPresent(
        after -> {
          step.succeeded(after.orders() + after.returns() - before.orders() - before.returns());
          step.checkpoint(after);
        });
    return next;
  }

  private Progress orders(Period period, Progress before) {
    var search =
        new OrderSearch(null, null, null, null, null, false, period.from(), period.to(), false);
    var after =
        before.at() == null || before.id() == null
            ? null
            : new Orders.Position(before.at(), before.id());
    List<Order> found = orders.search(search, after, GROUP);
    if (found.isEmpty()) {
      return before.ordersDone();
    }
    publication.publish(
        found.stream()
            .<Announcement>map(
                order -> new Announcement.OrderStands(order, OrderChange.REPUBLISHED))
            .toList());
    return before.beyond(found.getLast(), found.size());
  }

  private Optional<Progress> returns(Period period, Progress before) {
    var after =
        before.at() == null || before.id() == null
            ? null
            : new FreeReturns.Position(before.at(), before.id());
    List<FreeReturn> found = returns.returned(period.from(), period.to(), after, GROUP);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    publication.publish(
        found.stream()
            .<Announcement>map(
                back -> new Announcement.ReturnStands(back, ReturnChange.REPUBLISHED))
            .toList());
    return Optional.of(before.beyond(found.getLast(), found.size()));
  }
}
