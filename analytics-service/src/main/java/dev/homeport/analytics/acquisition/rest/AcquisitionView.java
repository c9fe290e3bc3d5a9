package dev.homeport.analytics.acquisition.rest;

import dev.homeport.analytics.acquisition.Acquisition;
import dev.homeport.analytics.acquisition.Acquisition.Row;
import dev.homeport.analytics.acquisition.AcquisitionAxis;
import dev.homeport.analytics.acquisition.AttributionRules;
import dev.homeport.analytics.acquisition.CostClass;
import dev.homeport.platform.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Costs and values of customers who were won. */
@Schema(name = "Acquisition")
record AcquisitionView(
    AcquisitionAxis by,
    @Schema(description = "The first month.", examples = "2026-01") String from,
    @Schema(description = "The last month.", examples = "2026-06") String to,
    @Schema(description = "Later orders are not looked at.", examples = "2026-10-31")
        LocalDate asOf,
    @Schema(
            implementation = String.class,
            description = "The share of net amounts that is margin.",
            examples = "0.35")
        BigDecimal margin,
    EconomicsView total,
    @Schema(description = "What was spent in no market in particular; only by market.")
        @Nullable Money unassignedSpend,
    @Schema(description = "Those with most customers first.", maxItems = 500) List<RowView> rows,
    @Schema(description = "Rows beyond the limit.", examples = "0") int omitted) {

  static final String EXAMPLE =
      "{\"by\": \"channel\", \"from\": \"2026-01\", \"to\": \"2026-06\", \"asOf\": \"2026-10-31\","
          + " \"margin\": \"0.35\", \"total\": "
          + EconomicsView.EXAMPLE
          + ", \"rows\": [{\"channel\": \"Paid search\", \"costClass\": \"paid\", \"economics\": "
          + EconomicsView.EXAMPLE
          + "}], \"omitted\": 0}";

  /** One channel, campaign, market or month. */
  @Schema(name = "AcquisitionRow")
  record RowView(
      @Schema(description = "The acquisition channel.", examples = "Paid search")
          @Nullable String channel,
      @Schema(
              description = "Absent with a channel: what belongs to none.",
              examples = "autumn-sale")
          @Nullable String campaign,
      @Schema(examples = "DE") @Nullable String market,
      @Schema(description = "Of the first order.", examples = "2026-03") @Nullable String month,
      @Schema(description = "Of the channel; absent when the rules do not know it, or give it two.")
          @Nullable CostClass costClass,
      EconomicsView economics) {}

  static AcquisitionView from(
      Acquisition found,
      AcquisitionAxis by,
      YearMonth first,
      YearMonth last,
      LocalDate asOf,
      AttributionRules rules,
      int limit,
      Currency currency,
      BigDecimal margin) {
    return new AcquisitionView(
        by,
        first.toString(),
        last.toString(),
        asOf,
        margin,
        EconomicsView.from(found.total(), currency),
        found.unassigned().map(amount -> new Money(amount, currency)).orElse(null),
        found.rows().stream().limit(limit).map(row -> row(row, by, rules, currency)).toList(),
        Math.max(0, found.rows().size() - limit));
  }

  private static RowView row(
      Row row, AcquisitionAxis by, AttributionRules rules, Currency currency) {
    List<CostClass> classes = row.channel().map(rules::costClasses).orElse(List.of());
    return new RowView(
        row.channel().orElse(null),
        value(row, by, AcquisitionAxis.CAMPAIGN),
        value(row, by, AcquisitionAxis.MARKET),
        value(row, by, AcquisitionAxis.MONTH),
        classes.size() == 1 ? classes.getFirst() : null,
        EconomicsView.from(row.economics(), currency));
  }

  private static @Nullable String value(Row row, AcquisitionAxis by, AcquisitionAxis wanted) {
    return by == wanted && !row.value().isEmpty() ? row.value() : null;
  }
}
