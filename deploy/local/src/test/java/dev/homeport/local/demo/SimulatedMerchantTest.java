package dev.homeport.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatedMerchantTest {

  private static final Instant END = Instant.parse("2026-11-22T09:30:00Z");
  private static final SimulatedMerchant MERCHANT = SimulatedMerchant.of(1, END);
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void the_same_seed_makes_the_same_documents() throws JsonProcessingException {
    assertThat(text(SimulatedMerchant.of(1, END))).isEqualTo(text(MERCHANT));
    assertThat(text(SimulatedMerchant.of(2, END))).isNotEqualTo(text(MERCHANT));
  }

  @Test
  void it_is_of_a_size_that_a_newcomer_waits_for() {
    assertThat(MERCHANT.people()).isEqualTo(2_000);
    assertThat(standing().size()).isBetween(8_000, 11_000);
    assertThat(MERCHANT.orderReturns().size()).isBetween(400, 1_000);
    assertThat(MERCHANT.freeReturns().size()).isBetween(30, 200);
  }

  /** Five standard deviations of a binomial count. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void people_live_in_the_markets_by_their_shares(long seed) {
    var people =
        new Simulation(seed, END)
            .purchases(2_000).stream()
                .map(Purchase::shopper)
                .distinct()
                .collect(Collectors.groupingBy(Shopper::market, Collectors.counting()));

    for (var market : Market.values()) {
      double expected = 2_000 * market.share();
      double deviation = Math.sqrt(expected * (1 - market.share()));
      assertThat((double) people.get(market))
          .as("%s, seed %d", market, seed)
          .isBetween(expected - 5 * deviation, expected + 5 * deviation);
    }
  }

  @Test
  void every_channel_and_currency_occurs() {
    assertThat(MERCHANT.orders().stream().map(OrderDocument::channel).distinct()).hasSize(10);
    assertThat(MERCHANT.orders().stream().map(OrderDocument::currency).distinct())
        .containsExactlyInAnyOrder("EUR", "GBP", "USD", "JPY", "PLN", "SEK");
  }

  @Test
  void nothing_lies_outside_the_two_years() {
    var start = Instant.parse("2024-11-22T09:30:00Z");

    assertThat(MERCHANT.orders())
        .allMatch(order -> !order.placedAt().isBefore(start) && order.placedAt().isBefore(END));
    assertThat(MERCHANT.orderReturns())
        .allMatch(goods -> goods.report().returnedAt().isBefore(END));
    assertThat(MERCHANT.freeReturns()).allMatch(goods -> goods.returnedAt().isBefore(END));
  }

  @Test
  void an_order_comes_once_and_when_it_was_called_off_once_more() {
    var byKey = MERCHANT.orders().stream().collect(Collectors.groupingBy(order -> key(order)));

    assertThat(byKey.values())
        .allMatch(
            documents ->
                documents.size() == 1
                    || (documents.size() == 2
                        && documents.getLast().status().equals("cancelled")
                        && documents
                            .getLast()
                            .revisedAt()
                            .isAfter(documents.getFirst().placedAt())));
    assertThat(byKey.values()).anyMatch(documents -> documents.size() == 2);
  }

  @Test
  void never_more_comes_back_than_was_bought() {
    var orders = standing();

    for (var goods : MERCHANT.orderReturns()) {
      var order = orders.get(goods.channel() + " " + goods.orderNumber());
      var bought = order.lines().stream().collect(Collectors.toMap(l -> l.lineNo(), l -> l));
      assertThat(order.status()).isNotEqualTo("cancelled");
      assertThat(goods.report().returnedAt()).isAfter(order.placedAt());
      assertThat(goods.report().amount()).isPositive().isLessThanOrEqualTo(order.total());
      assertThat(goods.report().lines())
          .allMatch(line -> line.quantity().compareTo(bought.get(line.lineNo()).quantity()) <= 0);
    }
    for (var goods : MERCHANT.freeReturns()) {
      var order = orders.get(goods.channel() + " " + goods.externalId().replace("RMA-", ""));
      assertThat(goods.amount()).isPositive().isLessThanOrEqualTo(order.total());
      assertThat(goods.buyer()).isEqualTo(order.buyer());
    }
  }

  @Test
  void every_month_in_which_advertisement_brought_somebody_has_its_cost() {
    var brought =
        MERCHANT.orders().stream()
            .filter(order -> order.attribution().costClass().equals("paid"))
            .map(order -> order.placedAt().toString().substring(0, 7))
            .collect(Collectors.toSet());

    for (var channel : List.of("Paid search", "Paid social")) {
      var spent = MERCHANT.spend().stream().filter(s -> s.channel().equals(channel)).toList();
      assertThat(spent).extracting(Spend::month).doesNotHaveDuplicates().hasSize(brought.size());
      assertThat(spent).extracting(Spend::month).containsExactlyInAnyOrderElementsOf(brought);
      assertThat(spent)
          .allMatch(
              s -> new BigDecimal(s.amount().amount()).compareTo(BigDecimal.valueOf(150)) > 0);
    }
  }

  @Test
  void amounts_have_the_digits_of_their_currency() {
    assertThat(MERCHANT.orders())
        .allMatch(
            order ->
                order.total().stripTrailingZeros().scale()
                    <= Currency.getInstance(order.currency()).getDefaultFractionDigits());
  }

  @Test
  void baskets_cost_about_what_people_meant_to_spend() {
    var purchases = new Simulation(1, END).purchases(2_000);
    var meant = purchases.stream().map(Purchase::spend).reduce(BigDecimal.ZERO, BigDecimal::add);
    var goods =
        standing().values().stream()
            .flatMap(order -> order.lines().stream().map(line -> euro(order, line)))
            .reduce(BigDecimal.ZERO, BigDecimal::add);

    assertThat(goods.doubleValue() / meant.doubleValue()).isBetween(0.9, 1.1);
  }

  @Test
  void every_order_finds_a_rate_of_its_week() {
    var days = MERCHANT.rates().lines().skip(1).map(line -> line.substring(0, 10)).toList();
    var orderDays =
        MERCHANT.orders().stream()
            .map(order -> LocalDate.ofInstant(order.placedAt(), ZoneOffset.UTC))
            .collect(Collectors.toSet());

    assertThat(orderDays)
        .allMatch(
            day ->
                day.minusDays(4)
                    .datesUntil(day.plusDays(1))
                    .anyMatch(earlier -> days.contains(earlier.toString())));
  }

  @Test
  void some_people_are_several_buyers_and_channels_tell_it_or_not() {
    var shoppers =
        new Simulation(1, END).purchases(2_000).stream().map(Purchase::shopper).distinct().toList();
    var several = shoppers.stream().filter(shopper -> shopper.identities().size() == 2).toList();

    assertThat(several).hasSizeBetween(300, 500);
    assertThat(several).anyMatch(SimulatedMerchantTest::shareEvidence);
    assertThat(several).anyMatch(shopper -> !shareEvidence(shopper));
  }

  @Test
  void two_people_never_show_the_same_evidence() {
    var shoppers =
        new Simulation(1, END).purchases(2_000).stream().map(Purchase::shopper).distinct().toList();
    Map<String, Integer> seen = new HashMap<>();

    for (var shopper : shoppers) {
      for (var identity : shopper.identities()) {
        for (var evidence : evidence(identity)) {
          assertThat(seen.putIfAbsent(evidence, shopper.number()))
              .as(evidence)
              .isIn(null, shopper.number());
        }
      }
    }
  }

  private static boolean shareEvidence(Shopper shopper) {
    var second = evidence(shopper.identities().getLast());
    return evidence(shopper.identities().getFirst()).stream().anyMatch(second::contains);
  }

  private static List<String> evidence(Identity identity) {
    var buyer = identity.buyer();
    return Stream.of(buyer.email(), buyer.phone())
        .filter(text -> text != null && !text.contains("*"))
        .toList();
  }

  private static BigDecimal euro(OrderDocument order, OrderDocument.Line line) {
    return line.isGoods()
        ? line.total().divide(Tender.valueOf(order.currency()).perEuro(), 4, RoundingMode.HALF_UP)
        : BigDecimal.ZERO;
  }

  /** The last document of every order. */
  private static Map<String, OrderDocument> standing() {
    return MERCHANT.orders().stream()
        .collect(Collectors.toMap(SimulatedMerchantTest::key, order -> order, (_, later) -> later));
  }

  private static String key(OrderDocument order) {
    return order.channel() + " " + order.externalId();
  }

  private static String text(SimulatedMerchant merchant) throws JsonProcessingException {
    return merchant.rates()
        + JSON.writeValueAsString(merchant.orders())
        + JSON.writeValueAsString(merchant.orderReturns())
        + JSON.writeValueAsString(merchant.freeReturns())
        + merchant.example();
  }
}
