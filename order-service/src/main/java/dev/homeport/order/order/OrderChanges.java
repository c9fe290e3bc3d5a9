package dev.homeport.order.order;

import dev.homeport.order.contract.OrderChange;
import dev.homeport.order.publication.Announcement;
import dev.homeport.order.publication.Publication;
import dev.homeport.order.returns.Attachments;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What happens to orders beside their documents, in the present transaction. Calls may be refused;
 * what a source tells is taken in any order and as often as it comes.
 */
public final class OrderChanges {
  private final Orders orders;
  private final WaitingFacts waiting;
  private final Attachments attachments;
  private final Publication publication;
  private final Clock clock;
  private final Supplier<String> who;

  /**
   * @param who the subject of the present work
   */
  public OrderChanges(
      Orders orders,
      WaitingFacts waiting,
      Attachments attachments,
      Publication publication,
      Clock clock,
      Supplier<String> who) {
    this.orders = orders;
    this.waiting = waiting;
    this.attachments = attachments;
    this.publication = publication;
    this.clock = clock;
    this.who = who;
  }

  /** A fact and the order that it is about. */
  public record Told(OrderKey order, SourceFact fact) {}

  /** When the present work is recorded, and for whom. */
  public Recorded now() {
    return new Recorded(clock.instant(), who.get());
  }

  /** Does a step that somebody asks for; empty when there is no such order. */
  public Optional<StepDecision> step(UUID id, Step step) {
    return orders
        .lock(id)
        .map(
            order -> {
              StepDecision decision = order.step(step, clock);
              if (decision instanceof StepDecision.Done(Order after)) {
                write(order, after, OrderChange.of(step.kind()));
              }
              return decision;
            });
  }

  /** Takes goods of an order back; empty when there is none. */
  public Optional<ReturnDecision> giveBack(UUID id, LineReturn back) {
    return orders
        .lock(id)
        .map(
            order -> {
              ReturnDecision decision = order.giveBack(back.heard(now()), clock);
              if (decision instanceof ReturnDecision.Recorded(Order reduced, LineReturn _)) {
                write(order, reduced, OrderChange.RETURNED);
              }
              return decision;
            });
  }

  /** Says that a return of an order was a mistake; empty when there is no such order. */
  public Optional<ReversalDecision> reverse(UUID id, UUID returnId, Reversal reversal) {
    return orders
        .lock(id)
        .map(
            order -> {
              ReversalDecision decision = order.reverse(returnId, reversal, clock);
              if (decision instanceof ReversalDecision.Reversed(Order without, LineReturn _)) {
                write(order, without, OrderChange.RETURN_REVERSED);
              }
              return decision;
            });
  }

  /** Takes what a source tells about one order. */
  public FactDecision take(OrderKey order, SourceFact fact) {
    return take(List.of(new Told(order, fact))).getFirst();
  }

  /**
   * Takes what a source tells; one decision for each, in the same order. The times are the
   * source's: in which order facts, documents and returns come, and how often, makes no difference
   * in the end.
   */
  public List<FactDecision> take(List<Told> told) {
    SortedMap<OrderKey, List<SourceFact>> byOrder = new TreeMap<>();
    told.forEach(
        one -> byOrder.computeIfAbsent(one.order(), _ -> new ArrayList<>()).add(one.fact()));
    if (orders.existing(byOrder.keySet()).size() < byOrder.size()) {
      waiting.close();
    }
    Map<OrderKey, Order> before = orders.lock(byOrder.keySet());
    Map<OrderKey, Order> after = new HashMap<>(before);
    SortedMap<OrderKey, List<SourceFact>> early = new TreeMap<>();
    var decisions = new ArrayList<FactDecision>(told.size());
    for (Told one : told) {
      Order order = after.get(one.order());
      if (order == null) {
        early.computeIfAbsent(one.order(), _ -> new ArrayList<>()).add(heard(one.fact()));
        decisions.add(new FactDecision.Waiting());
      } else {
        FactDecision decision = order.hear(heard(one.fact()), clock);
        after.put(one.order(), orderAfter(decision, order));
        decisions.add(decision);
      }
    }
    if (!early.isEmpty()) {
      waiting.keep(early);
    }
    write(before, after, byOrder);
    return decisions;
  }

  private SourceFact heard(SourceFact fact) {
    return switch (fact) {
      case SourceFact.Stepped stepped -> stepped;
      case SourceFact.Returned(LineReturn back) ->
          back.recorded() == null ? new SourceFact.Returned(back.heard(now())) : fact;
    };
  }

  private static Order orderAfter(FactDecision decision, Order before) {
    return switch (decision) {
      case FactDecision.Taken(Order order) -> order;
      case FactDecision.Kept(Order order, Held _) -> order;
      case FactDecision.Known _, FactDecision.Conflict _, FactDecision.Waiting _ -> before;
    };
  }

  private void write(
      Map<OrderKey, Order> before,
      Map<OrderKey, Order> after,
      Map<OrderKey, List<SourceFact>> facts) {
    var changed = new ArrayList<Order>();
    var changes = new ArrayList<Attachments.Change>();
    var announcements = new ArrayList<Announcement>();
    before.forEach(
        (key, was) -> {
          Order now = after.get(key);
          if (now == null || now.equals(was)) {
            return;
          }
          changed.add(now);
          changes.add(new Attachments.Change(was, now));
          if (now.revision() != was.revision()) {
            OrderChange change = change(facts.getOrDefault(key, List.of()));
            announcements.add(new Announcement.OrderStands(now, change));
          }
        });
    orders.update(changed);
    attachments
        .follow(changes)
        .forEach(moved -> moved.announcement().ifPresent(announcements::add));
    publication.publish(announcements);
  }

  /** The last thing that was told names the change. */
  private static OrderChange change(List<SourceFact> facts) {
    return facts.isEmpty()
        ? OrderChange.REVISED
        : switch (facts.getLast()) {
          case SourceFact.Stepped(Step step) -> OrderChange.of(step.kind());
          case SourceFact.Returned _ -> OrderChange.RETURNED;
        };
  }

  private void write(Order before, Order after, OrderChange change) {
    orders.update(List.of(after));
    var announcements = new ArrayList<Announcement>();
    if (after.revision() != before.revision()) {
      announcements.add(new Announcement.OrderStands(after, change));
    }
    attachments
        .follow(List.of(new Attachments.Change(before, after)))
        .forEach(moved -> moved.announcement().ifPresent(announcements::add));
    publication.publish(announcements);
  }
}
