package dev.homeport.analytics.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NumbersTest {
  private static final Currency GBP = Currency.getInstance("GBP");
  private static final Currency JPY = Currency.getInstance("JPY");

  @Test
  void counts_are_grouped_in_thousands() {
    assertThat(List.of(Numbers.whole(0), Numbers.whole(4_339), Numbers.whole(-1_234_567)))
        .containsExactly("0", "4,339", "−1,234,567");
  }

  @Test
  void ratios_have_two_decimals_unless_they_are_large() {
    assertThat(
            List.of(
                Numbers.ratio(0), Numbers.ratio(0.857), Numbers.ratio(-3), Numbers.ratio(140.4)))
        .containsExactly("0.00", "0.86", "−3.00", "140");
  }

  @Test
  void large_counts_get_brief() {
    assertThat(
            List.of(
                Numbers.brief(0),
                Numbers.brief(4.25),
                Numbers.brief(9_999),
                Numbers.brief(9_999.6),
                Numbers.brief(12_345),
                Numbers.brief(999_950),
                Numbers.brief(-1_234_567),
                Numbers.brief(45_600_000_000d),
                Numbers.brief(7_000_000_000_000d)))
        .containsExactly("0", "4.25", "9,999", "10k", "12.3k", "1M", "−1.23M", "45.6bn", "7tn");
  }

  @Test
  void a_share_is_never_rounded_to_nothing_or_all() {
    assertThat(
            List.of(
                Numbers.percent(0),
                Numbers.percent(0.000_1),
                Numbers.percent(0.137_82),
                Numbers.percent(0.999_9),
                Numbers.percent(1),
                Numbers.percent(-0.021)))
        .containsExactly("0%", "<0.1%", "13.8%", ">99.9%", "100%", "−2.1%");
    assertThat(
            List.of(
                Numbers.roundPercent(0),
                Numbers.roundPercent(0.004),
                Numbers.roundPercent(0.137_82),
                Numbers.roundPercent(0.996),
                Numbers.roundPercent(1)))
        .containsExactly("0%", "under 1%", "14%", "over 99%", "100%");
  }

  @Test
  void amounts_are_written_as_their_currency_is() {
    assertThat(Numbers.money(new BigDecimal("8310477.054"), GBP)).isEqualTo("£8,310,477.05");
    assertThat(Numbers.money(new BigDecimal("-0.004"), GBP)).isEqualTo("£0.00");
    assertThat(Numbers.money(new BigDecimal("-20.5"), GBP)).isEqualTo("−£20.50");
    assertThat(Numbers.money(new BigDecimal("1234.5"), JPY)).isEqualTo("¥1,235");
    assertThat(Numbers.money(new BigDecimal("1.5"), Currency.getInstance("KWD")))
        .isEqualTo("KWD\u00a01.500");
    assertThat(Numbers.wholeMoney(new BigDecimal("243706.52"), GBP)).isEqualTo("£243,707");
  }

  @Test
  void amounts_are_said_with_three_digits() {
    assertThat(Numbers.saidMoney(new BigDecimal("8310477.054"), GBP))
        .isEqualTo("£8.31\u00a0million");
    assertThat(Numbers.saidMoney(new BigDecimal("-2000000000"), GBP)).isEqualTo("−£2\u00a0billion");
    assertThat(Numbers.saidMoney(new BigDecimal("243706.52"), GBP)).isEqualTo("£243,707");
    assertThat(Numbers.saidMoney(new BigDecimal("45.6"), GBP)).isEqualTo("£45.60");
    assertThat(Numbers.saidMoney(new BigDecimal("450"), JPY)).isEqualTo("¥450");
    assertThat(Numbers.briefMoney(new BigDecimal("243706.52"), GBP)).isEqualTo("£244k");
  }

  @Test
  void brief_is_brief_and_near_the_truth() {
    long seed = System.nanoTime();
    System.out.println("NumbersTest seed " + seed);
    var random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      double number = Math.rint(Math.pow(10, random.nextDouble() * 14));
      String brief = Numbers.brief(number);
      assertThat(brief.length()).as(brief).isLessThanOrEqualTo(6);
      assertThat(read(brief))
          .isCloseTo(number, org.assertj.core.data.Percentage.withPercentage(0.51));
    }
  }

  private static double read(String brief) {
    String digits = brief.replaceAll("[^0-9.]", "");
    int thousands = List.of("", "k", "M", "bn", "tn").indexOf(brief.replaceAll("[0-9.,]", ""));
    return new BigDecimal(digits)
        .movePointRight(3 * thousands)
        .setScale(2, RoundingMode.HALF_UP)
        .doubleValue();
  }
}
