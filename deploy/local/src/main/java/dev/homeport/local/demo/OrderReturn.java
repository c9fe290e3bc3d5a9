package dev.homeport.local.demo;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * Goods of a known order that came back.
 *
 * @param channel of the order
 * @param orderNumber the channel's number of the order
 * @param report the body of {@code POST /v1/orders/{id}/returns}
 */
public record OrderReturn(String channel, String orderNumber, Report report) {

  /** What came back, and what was refunded in the order's currency. */
  public record Report(
      String externalId,
      @JsonSerialize(using = ToStringSerializer.class) Instant returnedAt,
      @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount,
      String reason,
      List<Line> lines) {

    /** Copies the list. */
    public Report {
      lines = List.copyOf(lines);
    }
  }

  /** How much of a line. */
  public record Line(
      int lineNo, @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal quantity) {}
}
