package dev.homeport.order.order.store;

import dev.homeport.order.order.Attribution;
import dev.homeport.order.order.Cancellation;
import dev.homeport.order.order.Claim;
import dev.homeport.order.order.Facts;
import dev.homeport.order.order.Line;
import dev.homeport.order.order.LineReturn;
import dev.homeport.order.order.Order;
import dev.homeport.order.order.OrderDocument;
import dev.homeport.order.order.OrderStatus;
import dev.homeport.order.order.Recorded;
import dev.homeport.order.order.Step;
import dev.homeport.order.order.StepKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What an order holds beside its columns: the JSON in {@code orders.document}. What is empty is
 * absent.
 *
 * @param claims absent where the document that stands is the only one
 * @param cancellation of orders that were called off before steps were kept; not written any more
 */
record StoredOrder(
    List<Line> lines,
    @Nullable BigDecimal statedTotal,
    @Nullable Attribution attribution,
    OrderStatus status,
    SortedMap<String, String> attributes,
    @Nullable Long sourceVersion,
    @Nullable List<Claim> claims,
    @Nullable List<Step> steps,
    @Nullable List<LineReturn> returns,
    @Nullable Cancellation cancellation) {

  static StoredOrder of(Order order) {
    Facts facts = order.facts();
    return of(
        order.document(),
        facts.claims().size() == 1 ? null : facts.claims(),
        facts.steps().isEmpty() ? null : facts.steps(),
        facts.returns().isEmpty() ? null : facts.returns());
  }

  /** The document alone, for the history. */
  static StoredOrder of(OrderDocument document) {
    return of(document, null, null, null);
  }

  private static StoredOrder of(
      OrderDocument document,
      @Nullable List<Claim> claims,
      @Nullable List<Step> steps,
      @Nullable List<LineReturn> returns) {
    return new StoredOrder(
        document.lines(),
        document.statedTotal(),
        document.attribution(),
        document.status(),
        document.attributes(),
        document.sourceVersion() == 0 ? null : document.sourceVersion(),
        claims,
        steps,
        returns,
        null);
  }

  long version() {
    return sourceVersion == null ? 0 : sourceVersion;
  }

  Facts facts(OrderDocument document) {
    var said = new ArrayList<>(Objects.requireNonNullElse(steps, List.of()));
    if (cancellation != null) {
      var recorded = new Recorded(cancellation.cancelledAt(), null);
      said.add(
          new Step(
              StepKind.CANCELLATION,
              cancellation.cancelledAt(),
              null,
              null,
              null,
              cancellation.reason(),
              recorded));
    }
    return Facts.of(
        claims == null
            ? List.of(new Claim(document.status(), document.revisedAt(), document.sourceVersion()))
            : claims,
        said,
        Objects.requireNonNullElse(returns, List.of()));
  }
}
