package dev.homeport.order.marketplace;

import com.fasterxml.jackson.databind.JsonNode;
import dev.homeport.order.order.Attribution;
import dev.homeport.order.order.Buyer;
import dev.homeport.order.order.Line;
import dev.homeport.order.order.LineReturn;
import dev.homeport.order.order.OrderStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One thing that a body says has happened. All of them can be taken again without harm. */
public sealed interface Effect {

  /**
   * An order as the platform describes it.
   *
   * @param revisedAt since when; see {@link Edition}
   * @param total what the platform says it costs; null: the sum of the lines
   */
  record Sale(
      String externalId,
      Instant placedAt,
      Instant revisedAt,
      Currency currency,
      Buyer buyer,
      List<Line> lines,
      @Nullable BigDecimal total,
      @Nullable Attribution attribution,
      OrderStatus status,
      SortedMap<String, String> attributes)
      implements Effect {
    public Sale {
      lines = List.copyOf(lines);
      attributes = new TreeMap<>(attributes);
    }
  }

  /** An order was called off, in a body that does not describe it. */
  record CalledOff(String order, Instant at, @Nullable String reason) implements Effect {}

  /**
   * Money went back for an order.
   *
   * @param externalId the platform's number of the refund
   * @param lines what came back with it; empty where only money did
   */
  record GivenBack(
      String order,
      String externalId,
      Instant at,
      Currency currency,
      BigDecimal amount,
      @Nullable String reason,
      List<LineReturn.ReturnedLine> lines)
      implements Effect {
    public GivenBack {
      lines = List.copyOf(lines);
    }
  }

  /** One of our own order documents; the channel may be left out. */
  record OwnOrder(JsonNode document, String pointer) implements Effect {}

  /** One of our own return documents; the channel may be left out. */
  record OwnReturn(JsonNode document, String pointer) implements Effect {}
}
