package dev.homeport.analytics.acquisition.rest;

import dev.homeport.analytics.acquisition.Economics;
import dev.homeport.analytics.acquisition.Economics.AtAge;
import dev.homeport.platform.money.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What some customers cost and brought. Averages are rounded half up to the cent. */
@Schema(name = "AcquisitionEconomics")
record EconomicsView(
    @Schema(description = "Whose first order lies in these months.", examples = "250")
        long customers,
    @Schema(description = "Absent when none was stated.") @Nullable Money spend,
    @Schema(description = "Spend by customer; absent without either.") @Nullable Money cac,
    @Schema(description = "What they have brought so far, net of returns.") Money net,
    @Schema(description = "By customer.") @Nullable Money netPerCustomer,
    @Schema(description = "Of that: ordered on the day of the first order.") Money acquiredNet,
    @Schema(description = "The rest.") Money retainedNet,
    @Schema(description = "Its share; absent when there is nothing to share.", examples = "0.6")
        @Nullable Double retainedShare,
    @Schema(description = "Net times margin, by spend; absent without spend.", examples = "2.625")
        @Nullable Double ltvToCac,
    @Schema(description = "Margin that is expected yet, discounted; absent without a model.")
        @Nullable Money expectedMargin,
    @Schema(description = "With what is expected yet.", examples = "4.2")
        @Nullable Double expectedLtvToCac,
    @Schema(
            description =
                "Months of thirty days until a customer had brought the cost; absent when that has"
                    + " not come.",
            examples = "3")
        @Nullable Integer paybackMonths,
    @Schema(description = "At the same age, of customers at least that old.", maxItems = 4)
        List<AgeView> atAge) {

  static final String EXAMPLE =
      """
      {"customers": 250, "spend": {"amount": "5000", "currency": "EUR"},
       "cac": {"amount": "20", "currency": "EUR"}, "net": {"amount": "37500", "currency": "EUR"},
       "netPerCustomer": {"amount": "150", "currency": "EUR"},
       "acquiredNet": {"amount": "15000", "currency": "EUR"},
       "retainedNet": {"amount": "22500", "currency": "EUR"}, "retainedShare": 0.6,
       "ltvToCac": 2.625, "paybackMonths": 1,
       "atAge": [{"days": 30, "customers": 250,
         "netPerCustomer": {"amount": "72.4", "currency": "EUR"}, "ltvToCac": 1.267}]}""";

  /** At an age. */
  @Schema(name = "AcquisitionAtAge")
  record AgeView(
      @Schema(description = "Days since the first order.", examples = "90") int days,
      @Schema(description = "Who are at least that old.", examples = "231") long customers,
      @Schema(description = "What each had brought by then.") Money netPerCustomer,
      @Schema(description = "That times margin, by the cost of winning one.", examples = "1.9")
          @Nullable Double ltvToCac) {}

  static EconomicsView from(Economics of, Currency currency) {
    long customers = of.customers();
    BigDecimal spend = of.spend().filter(amount -> amount.signum() > 0).orElse(null);
    BigDecimal margin = of.net().multiply(of.margin());
    return new EconomicsView(
        customers,
        of.spend().map(amount -> new Money(amount, currency)).orElse(null),
        of.spend().isEmpty() ? null : average(of.spend().get(), customers, currency),
        new Money(of.net(), currency),
        average(of.net(), customers, currency),
        new Money(of.acquired(), currency),
        new Money(of.net().subtract(of.acquired()), currency),
        of.net().signum() <= 0 ? null : ratio(of.net().subtract(of.acquired()), of.net()),
        spend == null ? null : ratio(margin, spend),
        of.expected().map(more -> new Money(Money.round(more, currency), currency)).orElse(null),
        expected(spend, margin, of.expected()),
        of.paybackMonths().isPresent() ? Integer.valueOf(of.paybackMonths().getAsInt()) : null,
        of.ages().stream().map(at -> age(at, of, spend, currency)).toList());
  }

  private static @Nullable Double expected(
      @Nullable BigDecimal spend, BigDecimal margin, Optional<BigDecimal> more) {
    return spend == null || more.isEmpty() ? null : ratio(margin.add(more.get()), spend);
  }

  private static AgeView age(
      AtAge at, Economics of, @Nullable BigDecimal spend, Currency currency) {
    BigDecimal brought = at.net().multiply(of.margin()).multiply(whole(of.customers()));
    return new AgeView(
        at.days(),
        at.customers(),
        new Money(each(at.net(), at.customers(), currency), currency),
        spend == null ? null : ratio(brought, spend.multiply(whole(at.customers()))));
  }

  private static @Nullable Money average(BigDecimal sum, long customers, Currency currency) {
    return customers == 0 ? null : new Money(each(sum, customers, currency), currency);
  }

  private static BigDecimal each(BigDecimal sum, long customers, Currency currency) {
    return sum.divide(whole(customers), currency.getDefaultFractionDigits(), RoundingMode.HALF_UP);
  }

  private static BigDecimal whole(long number) {
    return BigDecimal.valueOf(number);
  }

  private static double ratio(BigDecimal part, BigDecimal of) {
    return part.divide(of, MathContext.DECIMAL64).setScale(4, RoundingMode.HALF_UP).doubleValue();
  }
}
