package dev.homeport.local.demo;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Goods that came back without the number of their order, as {@code POST /v1/returns} takes it. */
public record FreeReturn(
    String channel,
    String externalId,
    @JsonSerialize(using = ToStringSerializer.class) Instant returnedAt,
    String currency,
    OrderDocument.Buyer buyer,
    List<Item> lines,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount,
    String reason) {

  /** Copies the list. */
  public FreeReturn {
    lines = List.copyOf(lines);
  }

  /** What was in the parcel. */
  public record Item(
      int lineNo,
      String sku,
      @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal quantity,
      @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal unitPrice) {}
}
