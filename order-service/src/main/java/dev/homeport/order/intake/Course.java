package dev.homeport.order.intake;

import dev.homeport.order.order.Decision;
import dev.homeport.order.order.FactDecision;
import dev.homeport.order.order.Order;
import dev.homeport.order.order.OrderKey;
import dev.homeport.order.order.Setting;
import dev.homeport.order.order.SourceFact;
import dev.homeport.order.order.Submission;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the documents of one key lead to when they are taken one after the other.
 *
 * @param before the order before the first of them; null when there was none
 * @param order the order after the last
 * @param decisions one for each document, in their order
 * @param replaced the states whose document a later one has replaced
 * @param accepted the document that now stands, if it is one of these
 * @param written the order as the database has it by now; null while it has none
 */
record Course(
    @Nullable Order before,
    Order order,
    List<Decision> decisions,
    List<Order> replaced,
    @Nullable Submission accepted,
    @Nullable Order written) {

  static Course fromNothing(List<Submission> documents, Setting setting, Supplier<UUID> ids) {
    return run(null, documents, setting, ids);
  }

  static Course from(Order known, List<Submission> documents, Setting setting) {
    return run(known, documents, setting, UUID::randomUUID);
  }

  private static Course run(
      @Nullable Order before, List<Submission> documents, Setting setting, Supplier<UUID> ids) {
    Order order = before;
    Submission accepted = null;
    var decisions = new ArrayList<Decision>();
    var replaced = new ArrayList<Order>();
    for (Submission document : documents) {
      Decision decision =
          order == null ? Order.first(document, ids.get(), setting) : order.take(document, setting);
      switch (decision) {
        case Decision.Accepted _ -> accepted = document;
        case Decision.Revised revised -> {
          accepted = document;
          replaced.add(revised.before());
        }
        case Decision.Unchanged _, Decision.Ignored _, Decision.Conflict _ -> {}
      }
      decisions.add(decision);
      order = decision.order();
    }
    if (order == null) {
      throw new IllegalArgumentException("no document");
    }
    return new Course(before, order, decisions, replaced, accepted, before);
  }

  /** Now that the order has been added: what was told before it came. */
  Course added(List<SourceFact> facts, Setting setting) {
    Order heard = order;
    for (SourceFact fact : facts) {
      heard =
          switch (heard.hear(fact, setting.clock())) {
            case FactDecision.Taken(Order after) -> after;
            case FactDecision.Kept(Order after, var _) -> after;
            case FactDecision.Known _, FactDecision.Conflict _, FactDecision.Waiting _ -> heard;
          };
    }
    var known = new ArrayList<>(decisions);
    known.set(known.size() - 1, known.getLast().about(heard));
    return new Course(before, heard, known, replaced, accepted, order);
  }

  OrderKey key() {
    return order.document().key();
  }

  /** Whether the row that is there has to change. */
  boolean changed() {
    return !order.equals(written);
  }

  /** Whether others see something new. */
  boolean visible() {
    return before == null || order.revision() != before.revision();
  }
}
