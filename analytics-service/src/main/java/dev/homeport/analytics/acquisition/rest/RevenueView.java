package dev.homeport.analytics.acquisition.rest;

import dev.homeport.analytics.acquisition.MonthlyRevenue;
import dev.homeport.analytics.acquisition.SpendBook;
import dev.homeport.platform.money.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was acquired and what was retained. */
@Schema(name = "AcquiredRevenue")
record RevenueView(
    @Schema(description = "The first month.", examples = "2026-01") String from,
    @Schema(description = "The last month.", examples = "2026-06") String to,
    @Schema(description = "Those in which something was sold.", maxItems = 120)
        List<MonthView> months) {

  static final String EXAMPLE =
      """
      {"from": "2026-01", "to": "2026-06", "months": [
       {"month": "2026-03", "customersWon": 41, "customersReturning": 180,
        "acquiredNet": {"amount": "3075", "currency": "EUR"},
        "retainedNet": {"amount": "14220.5", "currency": "EUR"}, "retainedShare": 0.8222,
        "spend": {"amount": "820", "currency": "EUR"}}]}""";

  /** One month. */
  @Schema(name = "AcquiredRevenueMonth")
  record MonthView(
      @Schema(examples = "2026-03") String month,
      @Schema(description = "Whose first order lies in it.", examples = "41") long customersWon,
      @Schema(description = "Of before, with an order in it.", examples = "180")
          long customersReturning,
      @Schema(description = "Ordered on the day of a first order.") Money acquiredNet,
      @Schema(description = "Everything else.") Money retainedNet,
      @Schema(
              description = "Its share; absent when there is nothing to share.",
              examples = "0.8222")
          @Nullable Double retainedShare,
      @Schema(description = "To win customers; absent when none was stated.")
          @Nullable Money spend) {}

  static RevenueView from(
      YearMonth first,
      YearMonth last,
      List<MonthlyRevenue> revenue,
      Collection<SpendBook.Sum> spent,
      Currency currency) {
    Map<String, BigDecimal> byMonth = new HashMap<>();
    spent.forEach(sum -> byMonth.merge(sum.value(), sum.amount(), BigDecimal::add));
    return new RevenueView(
        first.toString(),
        last.toString(),
        revenue.stream().map(one -> month(one, byMonth, currency)).toList());
  }

  private static MonthView month(
      MonthlyRevenue revenue, Map<String, BigDecimal> spent, Currency currency) {
    BigDecimal all = revenue.acquired().add(revenue.retained());
    BigDecimal spend = spent.get(revenue.month().toString());
    return new MonthView(
        revenue.month().toString(),
        revenue.won(),
        revenue.returning(),
        new Money(revenue.acquired(), currency),
        new Money(revenue.retained(), currency),
        all.signum() <= 0
            ? null
            : Double.valueOf(
                revenue
                    .retained()
                    .divide(all, MathContext.DECIMAL64)
                    .setScale(4, RoundingMode.HALF_UP)
                    .doubleValue()),
        spend == null ? null : new Money(spend, currency));
  }
}
