package dev.homeport.loyalty.journal.store;

import dev.homeport.loyalty.fact.Fact;
import dev.homeport.loyalty.fact.OrderFact;
import dev.homeport.loyalty.journal.Event;
import dev.homeport.loyalty.journal.OrderSpend;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /** What was spent on orders is there again as far as they came back, or are cancelled. */
  private List<Event.Spent> givenBack(List<Fact> facts) {
    var orders = new HashMap<UUID, OrderFact>();
    for (Fact fact : facts) {
      if (fact instanceof OrderFact order) {
        orders.merge(order.id(), order, FactIntake::decisive);
      }
    }
    List<UUID> paid = orders.isEmpty() ? List.of() : spends.paid(orders.keySet());
    if (paid.isEmpty()) {
      return List.of();
    }
    members.spending();
    var following = new LinkedHashMap<OrderSpend, OrderFact>();
    for (OrderSpend spend : spends.lockOfOrders(paid)) {
      OrderFact order = orders.get(spend.orderId());
      if (order != null && spend.follows(order)) {
        following.put(spend, order);
      }
    }
    return following.isEmpty() ? List.of() : follow(following);
  }

  private List<Event.Spent> follow(Map<OrderSpend, OrderFact> following) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    List<UUID> ids = following.keySet().stream().map(OrderSpend::id).toList();
    Map<UUID, List<Event.Spent>> parts = spends.allParts(ids);
    spends.follow(following, now);
    return following.entrySet().stream()
        .flatMap(
            one ->
                one
                    .getKey()
                    .change(parts.getOrDefault(one.getKey().id(), List.of()), one.getValue(), now)
                    .stream())
        .toList();
  }

  /** An order that is cancelled is over for whoever ordered it, whatever is told later. */
  private static OrderFact decisive(OrderFact one, OrderFact other) {
    if (one.cancelled() != other.cancelled()) {
      return one.cancelled() ? one : other;
    }
    return one.revision() >= other.revision() ? one : other;
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
