package dev.homeport.order.support;

import dev.homeport.order.order.OrderKey;
import dev.homeport.order.order.OrderStatus;
import dev.homeport.order.order.SourceFact;
import dev.homeport.order.support.Histories.Telling;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where an order stands, once more and by other means: as sentences about everything that was said
 * of it, each of which looks at the whole list, instead of a walk from one thing to the next.
 */
public final class PlainReading {
  private static final Comparator<Said> BY_TIME =
      Comparator.comparing(Said::at).thenComparingLong(Said::version).thenComparing(Said::status);

  private final List<Said> said;

  private PlainReading(List<Said> said) {
    this.said = said.stream().sorted(BY_TIME).toList();
  }

  private record Said(OrderStatus status, Instant at, long version, boolean step) {
    private boolean cancels() {
      return status == OrderStatus.CANCELLED;
    }
  }

  /** What a history says of each order that it has a document of. */
  public static Map<OrderKey, PlainReading> of(List<Telling> history) {
    var documents = new TreeMap<OrderKey, List<Said>>();
    var steps = new TreeMap<OrderKey, List<Said>>();
    for (Telling one : history) {
      switch (one) {
        case Telling.Document(var submission) -> {
          var document = submission.document();
          var claim =
              new Said(document.status(), document.revisedAt(), document.sourceVersion(), false);
          documents.computeIfAbsent(document.key(), _ -> new ArrayList<>()).add(claim);
        }
        case Telling.Fact(var told) -> {
          if (told.fact() instanceof SourceFact.Stepped(var step)) {
            steps
                .computeIfAbsent(told.order(), _ -> new ArrayList<>())
                .add(new Said(step.kind().reaches(), step.at(), 0, true));
          }
        }
        case Telling.Free _ -> {}
      }
    }
    var readings = new TreeMap<OrderKey, PlainReading>();
    documents.forEach(
        (key, claims) ->
            readings.put(
                key,
                new PlainReading(
                    Stream.concat(claims.stream(), steps.getOrDefault(key, List.of()).stream())
                        .toList())));
    return readings;
  }

  /** Cancelled where that stands, else the furthest that anything with an effect said. */
  public OrderStatus status() {
    return cancelledSince() != null
        ? OrderStatus.CANCELLED
        : effective(said.size())
            .map(said::get)
            .map(Said::status)
            .filter(status -> status != OrderStatus.CANCELLED)
            .max(Comparator.naturalOrder())
            .orElse(OrderStatus.PLACED);
  }

  /** The first cancellation that no later document takes back. */
  public @Nullable Instant cancelledSince() {
    return effective(said.size())
        .filter(i -> said.get(i).cancels())
        .filter(
            i ->
                effective(said.size())
                    .noneMatch(j -> j > i && !said.get(j).step() && !said.get(j).cancels()))
        .findFirst()
        .map(i -> said.get(i).at())
        .orElse(null);
  }

  /** Since when it is paid, shipped, delivered: by the first such step, else by what implies it. */
  public Map<OrderStatus, Instant> reached() {
    var reached = new EnumMap<OrderStatus, Instant>(OrderStatus.class);
    for (OrderStatus status :
        List.of(OrderStatus.PAID, OrderStatus.SHIPPED, OrderStatus.DELIVERED)) {
      List<Said> reaching =
          effective(said.size())
              .map(said::get)
              .filter(one -> !one.cancels() && one.status().compareTo(status) >= 0)
              .toList();
      Stream.concat(
              reaching.stream().filter(one -> one.step() && one.status() == status),
              reaching.stream())
          .findFirst()
          .ifPresent(one -> reached.put(status, one.at()));
    }
    return reached;
  }

  /** Those before the n-th that had an effect. */
  private Stream<Integer> effective(int n) {
    return IntStream.range(0, n).filter(this::hasEffect).boxed();
  }

  /**
   * Nothing has an effect after a step has called the order off. A step calls off what has not
   * arrived, or was called off already; a document calls off what no step has delivered.
   */
  private boolean hasEffect(int i) {
    Said one = said.get(i);
    List<Said> before = effective(i).map(said::get).toList();
    if (before.stream().anyMatch(other -> other.step() && other.cancels())) {
      return false;
    }
    if (!one.cancels()) {
      return true;
    }
    if (!one.step()) {
      return before.stream()
          .noneMatch(other -> other.step() && other.status() == OrderStatus.DELIVERED);
    }
    boolean arrived = before.stream().anyMatch(other -> other.status() == OrderStatus.DELIVERED);
    return !arrived || calledOff(before);
  }

  private static boolean calledOff(List<Said> before) {
    return before.stream()
        .filter(other -> !other.step())
        .reduce((_, last) -> last)
        .map(Said::cancels)
        .orElse(false);
  }
}
