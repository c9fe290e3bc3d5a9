package dev.homeport.order.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far an order has come: what was said about it, read in the order of source time. What is told
 * late is put in its place, a step that nobody told is filled in by the one after it, and what the
 * state of its moment did not allow has no effect.
 *
 * @param cancellation since when it is cancelled; null when it is not
 * @param reached when each state was reached, as far as the order came
 */
public record Standing(
    OrderState state, @Nullable Cancellation cancellation, Map<OrderStatus, Instant> reached) {
  private static final Comparator<Told> BY_TIME =
      Comparator.comparing(Told::at).thenComparingLong(Told::version).thenComparing(Told::status);

  /** One thing that was said: by a document where {@code step} is null. */
  private record Told(OrderStatus status, Instant at, long version, @Nullable Step step) {}

  public Standing {
    reached = Map.copyOf(reached);
  }

  static Standing of(Facts facts) {
    if (facts.steps().isEmpty() && facts.claims().size() == 1) {
      return claimed(facts.claims().getFirst());
    }
    var told = new ArrayList<Told>();
    facts.claims().forEach(c -> told.add(new Told(c.status(), c.at(), c.version(), null)));
    facts.steps().forEach(s -> told.add(new Told(s.kind().reaches(), s.at(), 0, s)));
    told.sort(BY_TIME);
    return new Course().of(told);
  }

  /** The only thing ever said: nearly every order. */
  private static Standing claimed(Claim claim) {
    return claim.status() == OrderStatus.CANCELLED
        ? new Standing(new OrderState.Cancelled(), new Cancellation(claim.at(), null), Map.of())
        : new Standing(OrderState.of(claim.status()), null, filled(claim.status(), claim.at()));
  }

  private static Map<OrderStatus, Instant> filled(OrderStatus to, Instant at) {
    var reached = new EnumMap<OrderStatus, Instant>(OrderStatus.class);
    for (OrderStatus status : OrderStatus.values()) {
      if (status != OrderStatus.CANCELLED && status.compareTo(to) <= 0) {
        reached.put(status, at);
      }
    }
    return reached;
  }

  /** The reading, one thing after the other. */
  private static final class Course {
    private OrderStatus progress = OrderStatus.PLACED;
    private @Nullable Cancellation cancellation;

    /** Whether a step called the order off: no document brings it back. */
    private boolean forGood;

    private final Map<OrderStatus, Instant> reached = new EnumMap<>(OrderStatus.class);
    private final Map<OrderStatus, Instant> stepped = new EnumMap<>(OrderStatus.class);

    Standing of(List<Told> told) {
      reached.put(OrderStatus.PLACED, told.getFirst().at());
      for (Told one : told) {
        if (one.status() == OrderStatus.CANCELLED) {
          cancel(one);
        } else if (!forGood) {
          advance(one);
        }
      }
      reached.putAll(stepped);
      OrderStatus status = cancellation == null ? progress : OrderStatus.CANCELLED;
      return new Standing(OrderState.of(status), cancellation, reached);
    }

    private void cancel(Told one) {
      Step step = one.step();
      if (forGood || tooLate(step)) {
        return;
      }
      Instant since = cancellation == null ? one.at() : cancellation.cancelledAt();
      if (step != null) {
        forGood = true;
        cancellation = new Cancellation(since, step.reason());
      } else if (cancellation == null) {
        cancellation = new Cancellation(since, null);
      }
    }

    /** A document takes back what documents before it said, and never a delivery that was told. */
    private boolean tooLate(@Nullable Step step) {
      return step == null
          ? stepped.containsKey(OrderStatus.DELIVERED)
          : progress == OrderStatus.DELIVERED && cancellation == null;
    }

    /** A document that says otherwise brings back what a document had called off. */
    private void advance(Told one) {
      if (one.step() == null) {
        cancellation = null;
      } else {
        stepped.putIfAbsent(one.status(), one.at());
      }
      for (OrderStatus status : OrderStatus.values()) {
        if (status != OrderStatus.CANCELLED && status.compareTo(one.status()) <= 0) {
          reached.putIfAbsent(status, one.at());
        }
      }
      if (one.status().compareTo(progress) > 0) {
        progress = one.status();
      }
    }
  }
}
