package dev.homeport.loyalty.journal.store;

import dev.homeport.loyalty.fact.Fact;
import dev.homeport.loyalty.fact.OrderFact;
import dev.homeport.loyalty.journal.Event;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Takes facts in any order and as often as they come. A batch costs a fixed number of statements;
 * the rows of its identities are locked first, in the order of their ids, so batches never wait for
 * each other in a ring.
 */
@ApplicationScoped
public class FactIntake {
  private final StoredAccounts accounts;
  private final PostingWriter writer;
  private final MemberLock members;
  private final SpendTable spends;
  private final Grace grace;
  private final Clock clock;
  private final Counter applied;
  private final Counter known;

  FactIntake(
      StoredAccounts accounts,
      PostingWriter writer,
      MemberLock members,
      SpendTable spends,
      Grace grace,
      Clock clock,
      MeterRegistry metrics) {
    this.accounts = accounts;
    this.writer = writer;
    this.members = members;
    this.spends = spends;
    this.grace = grace;
    this.clock = clock;
    this.applied = facts(metrics, "applied");
    this.known = facts(metrics, "known");
  }

  /** Applies what is new and posts the differences, in the caller's transaction. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void take(List<Fact> facts) {
    var events = new ArrayList<Event>(givenBack(facts));
    facts.stream().map(Event.Happened::new).forEach(events::add);
    List<JournalledStep> steps = apply(events);
    apply(grace.after(steps).stream().map(Event.Happened::new).toList());
    long fresh = steps.stream().filter(step -> step.event() instanceof Event.Happened).count();
    applied.increment(fresh);
    known.increment((double) facts.size() - fresh);
  }

  /** Lets time pass, in the caller's transaction. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void pass(List<? extends Event.Passed> moments) {
    apply(moments);
  }

  /**
   * Rates everything of identities again, in the caller's transaction; says of how many something
   * deserves other points.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public int rateAgain(List<Event.NewVersion> versions) {
    return (int) apply(versions).stream().map(JournalledStep::identityId).distinct().count();
  }

  /** What was spent on orders that are cancelled is there again. */
  private List<Event.Spent> givenBack(List<Fact> facts) {
    List<UUID> cancelled =
        facts.stream()
            .filter(fact -> fact instanceof OrderFact order && order.cancelled())
            .map(Fact::id)
            .toList();
    if (cancelled.isEmpty()) {
      return List.of();
    }
    members.spending();
    List<UUID> ids = spends.lockOfOrders(cancelled);
    if (ids.isEmpty()) {
      return List.of();
    }
    Instant now = clock.instant();
    spends.end(ids, now);
    return spends.parts(ids).stream().map(part -> part.then(part.use(), 0, now)).toList();
  }

  private List<JournalledStep> apply(List<? extends Event> events) {
    if (events.isEmpty()) {
      return List.of();
    }
    List<OpenMember> opened = accounts.open(events);
    var steps = opened.stream().flatMap(member -> member.apply().stream()).toList();
    writer.write(steps, opened);
    return steps;
  }

  private static Counter facts(MeterRegistry metrics, String outcome) {
    return Counter.builder("homeport_loyalty_facts")
        .description("Revisions of orders and free returns that reached the ledger")
        .tag("outcome", outcome)
        .register(metrics);
  }
}
