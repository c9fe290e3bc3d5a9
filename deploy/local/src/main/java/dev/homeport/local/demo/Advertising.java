package dev.homeport.local.demo;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * What the merchant paid for advertisement: so much a month, and so much for each who came by it.
 */
final class Advertising {

  private static final BigDecimal MONTHLY = new BigDecimal("150");
  private static final List<Medium> MEDIA =
      List.of(
          new Medium("Paid search", "cpc", new BigDecimal("11.50")),
          new Medium("Paid social", "social", new BigDecimal("16.20")));

  private Advertising() {}

  /**
   * Where advertisement is shown.
   *
   * @param channel as attribution rules name it
   * @param medium as orders name it
   * @param click what one who came and bought has cost
   */
  private record Medium(String channel, String medium, BigDecimal click) {

    private Spend spent(YearMonth month, long came) {
      var amount = MONTHLY.add(click.multiply(BigDecimal.valueOf(came)));
      return new Spend(
          month.toString(), channel, new Spend.Amount(amount.toPlainString(), Tender.EUR.name()));
    }
  }

  static List<Spend> of(List<OrderDocument> orders) {
    var spent = new ArrayList<Spend>();
    for (var medium : MEDIA) {
      var came = new TreeMap<YearMonth, Long>();
      orders.stream()
          .filter(order -> order.revisedAt() == null)
          .filter(order -> order.attribution().medium().equals(medium.medium()))
          .forEach(order -> came.merge(month(order), 1L, Long::sum));
      came.forEach((month, count) -> spent.add(medium.spent(month, count)));
    }
    return spent;
  }

  private static YearMonth month(OrderDocument order) {
    return YearMonth.from(order.placedAt().atZone(ZoneOffset.UTC));
  }
}
