package dev.homeport.order.order.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.homeport.order.order.Line;
import dev.homeport.order.order.LineReturn;
import dev.homeport.order.order.Order;
import dev.homeport.order.order.OrderDocument;
import dev.homeport.order.order.OrderStatus;
import dev.homeport.order.order.Orders;
import dev.homeport.order.order.Recorded;
import dev.homeport.order.order.ReturnBook;
import dev.homeport.order.order.Reversal;
import dev.homeport.order.order.Step;
import dev.homeport.platform.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One thing that was accepted about an order. */
@Schema(name = "OrderHistoryEntry", description = "One thing that was accepted about an order.")
public record HistoryEntryView(
    Kind kind,
    @Schema(description = "When it happened, by the source's clock.") Instant at,
    @Schema(description = "When it was accepted here.") Instant recordedAt,
    @Schema(description = "The subject of the caller's token; absent where it was not kept.")
        @Nullable String recordedBy,
    @Schema(description = "What a document said.") @Nullable DocumentView document,
    @Schema(description = "A payment, shipment, delivery or cancellation.") @Nullable StepView step,
    @JsonProperty("return") @Schema(description = "The return as it stands, also of a reversal.")
        @Nullable LineReturnView back) {

  /** What was accepted. */
  @Schema(name = "OrderHistoryKind")
  public enum Kind {
    @JsonProperty("document")
    DOCUMENT,
    @JsonProperty("step")
    STEP,
    @JsonProperty("return")
    RETURN,
    @JsonProperty("return-reversal")
    RETURN_REVERSAL
  }

  /** What a document said. */
  @Schema(name = "OrderHistoryDocument", description = "What a document said.")
  public record DocumentView(
      @Schema(description = "Whether it is the one that stands.") boolean stands,
      OrderStatus status,
      @Nullable Instant placedAt,
      @Nullable String country,
      @Nullable Money total,
      List<OrderView.LineView> lines) {}

  static HistoryEntryView of(Order order) {
    OrderDocument document = order.document();
    return of(
        document.revisedAt(),
        order.recorded(),
        new DocumentView(
            true,
            document.status(),
            document.placedAt(),
            document.country(),
            new Money(order.total(), document.currency()),
            lines(document.lines())));
  }

  static HistoryEntryView of(Orders.Replaced replaced) {
    return of(
        replaced.revisedAt(),
        replaced.recorded(),
        new DocumentView(
            false,
            replaced.status(),
            replaced.placedAt(),
            replaced.country(),
            replaced.total() == null || replaced.currency() == null
                ? null
                : new Money(replaced.total(), replaced.currency()),
            lines(replaced.lines())));
  }

  private static HistoryEntryView of(Instant at, Recorded recorded, DocumentView document) {
    return new HistoryEntryView(
        Kind.DOCUMENT, at, recorded.at(), recorded.by(), document, null, null);
  }

  static HistoryEntryView of(Step step) {
    Recorded recorded = step.recorded();
    return new HistoryEntryView(
        Kind.STEP, step.at(), recorded.at(), recorded.by(), null, StepView.from(step), null);
  }

  static HistoryEntryView of(Order order, ReturnBook.Entry entry) {
    LineReturn back = entry.back();
    Recorded recorded =
        Objects.requireNonNullElseGet(back.recorded(), () -> new Recorded(back.returnedAt(), null));
    return new HistoryEntryView(
        Kind.RETURN,
        back.returnedAt(),
        recorded.at(),
        recorded.by(),
        null,
        null,
        LineReturnView.from(order, entry));
  }

  static HistoryEntryView of(Order order, ReturnBook.Entry entry, Reversal reversal) {
    return new HistoryEntryView(
        Kind.RETURN_REVERSAL,
        reversal.reversedAt(),
        reversal.recorded().at(),
        reversal.recorded().by(),
        null,
        null,
        LineReturnView.from(order, entry));
  }

  private static List<OrderView.LineView> lines(List<Line> lines) {
    return lines.stream().map(line -> OrderView.LineView.from(line, BigDecimal.ZERO)).toList();
  }
}
