package dev.homeport.order.summary;

import dev.homeport.order.summary.SummaryQuery.Pending;
import dev.homeport.order.summary.SummaryQuery.Row;
import dev.homeport.platform.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Counts and sums of orders and returns. */
@Schema(
    name = "OrderSummary",
    description = "Counts and sums. What waits for a reference rate is left out.")
public record SummaryView(
    SummaryAxis by,
    @Schema(description = "What waits for a reference rate: it is in no sum.") Pending pending,
    @Schema(description = "Everything together.") SumsView total,
    @Schema(description = "One for each month, market, channel or currency that occurs.")
        List<ItemView> items) {

  /** Everything together. */
  @Schema(name = "OrderSummaryTotal")
  public record SumsView(
      @Schema(description = "Orders that are not cancelled, zero totals included.") long orders,
      long cancelled,
      @Schema(description = "Returns of orders and free returns.") long returns,
      @Schema(description = "In the reporting currency.") AmountsView reporting,
      @Schema(description = "One for each currency that occurs.") List<AmountsView> currencies) {}

  /** One group. */
  @Schema(name = "OrderSummaryItem")
  public record ItemView(
      @Schema(description = "The month, market, channel or currency.", examples = "2011-11")
          String key,
      @Schema(description = "Orders that are not cancelled, zero totals included.") long orders,
      long cancelled,
      @Schema(description = "Returns of orders and free returns.") long returns,
      @Schema(description = "In the reporting currency.") AmountsView reporting,
      @Schema(description = "One for each currency that occurs.") List<AmountsView> currencies) {

    static ItemView of(String key, SumsView sums) {
      return new ItemView(
          key, sums.orders, sums.cancelled, sums.returns, sums.reporting, sums.currencies);
    }
  }

  /** What was bought, what came back, and the difference. */
  @Schema(name = "OrderSummaryAmounts")
  public record AmountsView(Money gross, Money returned, Money net) {

    static AmountsView of(BigDecimal gross, BigDecimal returned, Currency currency) {
      return new AmountsView(
          new Money(gross, currency),
          new Money(returned, currency),
          new Money(gross.subtract(returned), currency));
    }
  }

  static SummaryView from(SummaryAxis by, Currency reporting, Pending pending, List<Row> rows) {
    var groups = new LinkedHashMap<String, List<Row>>();
    rows.forEach(row -> groups.computeIfAbsent(row.key(), _ -> new ArrayList<>()).add(row));
    return new SummaryView(
        by,
        pending,
        sums(rows, reporting),
        groups.entrySet().stream()
            .map(group -> ItemView.of(group.getKey(), sums(group.getValue(), reporting)))
            .toList());
  }

  private static SumsView sums(List<Row> rows, Currency reporting) {
    return new SumsView(
        rows.stream().mapToLong(Row::orders).sum(),
        rows.stream().mapToLong(Row::cancelled).sum(),
        rows.stream().mapToLong(Row::returns).sum(),
        AmountsView.of(
            sum(rows, Row::reportingGross), sum(rows, Row::reportingReturned), reporting),
        rows.stream()
            .collect(Collectors.groupingBy(Row::currency, TreeMap::new, Collectors.toList()))
            .entrySet()
            .stream()
            .map(
                entry ->
                    AmountsView.of(
                        sum(entry.getValue(), Row::gross),
                        sum(entry.getValue(), Row::returned),
                        Currency.getInstance(entry.getKey())))
            .toList());
  }

  private static BigDecimal sum(List<Row> rows, Function<Row, BigDecimal> amount) {
    return rows.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
