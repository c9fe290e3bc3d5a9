package dev.homeport.local.demo;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order as {@code POST /v1/orders} and an import take it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OrderDocument(
    String channel,
    String externalId,
    @JsonSerialize(using = ToStringSerializer.class) Instant placedAt,
    String currency,
    String status,
    @JsonSerialize(using = ToStringSerializer.class) @Nullable Instant revisedAt,
    Buyer buyer,
    List<Line> lines,
    Attribution attribution) {

  /** Copies the list. */
  public OrderDocument {
    lines = List.copyOf(lines);
  }

  /** Who bought, as the channel names them. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Buyer(
      @Nullable String externalId,
      @Nullable String email,
      @Nullable String phone,
      @Nullable String name,
      String country) {}

  /** One line; amounts in the order's currency. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Line(
      int lineNo,
      String sku,
      String name,
      String category,
      @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal quantity,
      @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal unitPrice,
      @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal discount,
      @Nullable String kind) {

    /** Goods, without a discount. */
    static Line goods(int lineNo, Product product, int quantity, BigDecimal unitPrice) {
      return new Line(
          lineNo,
          product.sku(),
          product.name(),
          product.category(),
          BigDecimal.valueOf(quantity),
          unitPrice,
          null,
          null);
    }

    Line less(BigDecimal discount) {
      return new Line(lineNo, sku, name, category, quantity, unitPrice, discount, kind);
    }

    boolean isGoods() {
      return kind == null;
    }

    BigDecimal total() {
      var gross = quantity.multiply(unitPrice);
      return discount == null ? gross : gross.subtract(discount);
    }
  }

  /** Where the order came from. */
  public record Attribution(String source, String medium, String costClass) {}

  /** What it costs, in its own currency. */
  public BigDecimal total() {
    return lines.stream().map(Line::total).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The same order, called off. */
  OrderDocument cancelled(Instant at) {
    return new OrderDocument(
        channel, externalId, placedAt, currency, "cancelled", at, buyer, lines, attribution);
  }
}
