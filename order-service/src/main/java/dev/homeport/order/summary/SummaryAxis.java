package dev.homeport.order.summary;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a summary is grouped by. */
public enum SummaryAxis {
  @JsonProperty("month")
  MONTH("to_char(day, 'YYYY-MM')"),
  @JsonProperty("market")
  MARKET("market"),
  @JsonProperty("channel")
  CHANNEL("channel"),
  @JsonProperty("currency")
  CURRENCY("currency");

  private final String expression;

  SummaryAxis(String expression) {
    this.expression = expression;
  }

  /** The SQL expression, over orders and free returns alike. */
  String expression() {
    return expression;
  }
}
