package dev.homeport.order.order.store;

import dev.homeport.order.order.Attribution;
import dev.homeport.order.order.Cancellation;
import dev.homeport.order.order.Line;
import dev.homeport.order.order.LineReturn;
import dev.homeport.order.order.Order;
import dev.homeport.order.order.OrderDocument;
import dev.homeport.order.order.OrderStatus;
import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What an order holds beside its columns: the JSON in {@code orders.document}. */
record StoredOrder(
    List<Line> lines,
    @Nullable BigDecimal statedTotal,
    @Nullable Attribution attribution,
    OrderStatus status,
    SortedMap<String, String> attributes,
    List<LineReturn> returns,
    @Nullable Cancellation cancellation) {

  static StoredOrder of(Order order) {
    OrderDocument document = order.document();
    return new StoredOrder(
        document.lines(),
        document.statedTotal(),
        document.attribution(),
        document.status(),
        document.attributes(),
        order.returns(),
        order.cancellation());
  }
}
