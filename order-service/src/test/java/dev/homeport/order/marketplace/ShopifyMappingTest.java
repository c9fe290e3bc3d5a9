package dev.homeport.order.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.order.channel.ChannelKind;
import dev.homeport.order.order.Line;
import dev.homeport.order.order.LineKind;
import dev.homeport.order.order.OrderStatus;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ShopifyMappingTest {
  private static final String ORDER = Read.body("shopify-order");
  private static final String REFUND = Read.body("shopify-refund");

  private static Effect.Sale sale(String body) {
    return Read.sale(ChannelKind.SHOPIFY, "orders/create", body);
  }

  private static Line line(Effect.Sale sale, String sku) {
    return sale.lines().stream().filter(l -> l.sku().equals(sku)).findFirst().orElseThrow();
  }

  @Test
  void anOrderIsReadInTheCurrencyThatTheBuyerWasChargedIn() {
    Effect.Sale sale = sale(ORDER);

    assertThat(sale.externalId()).isEqualTo("5501700210001");
    assertThat(sale.currency().getCurrencyCode()).isEqualTo("SEK");
    assertThat(sale.placedAt()).isEqualTo(Instant.parse("2026-10-20T07:15:29Z"));
    assertThat(sale.status()).isEqualTo(OrderStatus.PAID);
    assertThat(sale.total()).isEqualByComparingTo("1220.73");
    assertThat(Read.sum(sale)).isEqualByComparingTo("1220.73");
    assertThat(sale.buyer().externalId()).isEqualTo("7010200300");
    assertThat(sale.buyer().country()).isEqualTo("SE");
    assertThat(sale.attribution().coupon()).isEqualTo("AUTUMN10");
  }

  @Test
  void discountsByLineByCodeAndOnShippingAreWhereTheyWereAllocated() {
    Effect.Sale sale = sale(ORDER);

    assertThat(line(sale, "BLANKET-GREY").discount()).isEqualByComparingTo("103.50");
    assertThat(line(sale, "BLANKET-GREY").tax()).isEqualByComparingTo("204.13");
    assertThat(line(sale, "variant-402").discount()).isEqualByComparingTo("0");
    assertThat(line(sale, "shipping").kind()).isEqualTo(LineKind.SHIPPING);
    assertThat(line(sale, "shipping").discount()).isEqualByComparingTo("6.90");
  }

  @Test
  void taxesThatPricesIncludeAreNotAddedAgain() {
    Effect.Sale sale = sale(ORDER.replace("\"taxes_included\": false", "\"taxes_included\": true"));

    assertThat(sale.lines()).allMatch(line -> line.tax().signum() == 0);
  }

  @Test
  void aGuestIsKnownByTheAddress() {
    Effect.Sale sale =
        sale(
            ORDER.replaceFirst(
                "(?s)\"customer\": \\{.*?\\},\\s*\"shipping", "\"customer\": null, \"shipping"));

    assertThat(sale.buyer().externalId()).isNull();
    assertThat(sale.buyer().email()).isEqualTo("Marta.Lind@example.org");
    assertThat(sale.buyer().name()).isEqualTo("Marta Lind");
  }

  @Test
  void aTestOrderIsNotTaken() {
    Mapped mapped =
        Read.map(
            ChannelKind.SHOPIFY,
            "orders/create",
            ORDER.replace("\"test\": false", "\"test\": true"),
            Read.BARE);

    assertThat(mapped).isEqualTo(new Mapped.Ignored("test-order", "The order is a test."));
  }

  @Test
  void whatAnEditTookOutIsNotBought() {
    String edited =
        ORDER.replace(
            "\"quantity\": 2, \"current_quantity\": 2", "\"quantity\": 2, \"current_quantity\": 1");
    Effect.Sale sale = sale(edited);

    assertThat(line(sale, "BLANKET-GREY").quantity()).isEqualByComparingTo("1");
    assertThat(line(sale, "BLANKET-GREY").discount()).isEqualByComparingTo("51.75");
    assertThat(sale.total()).as("the sum of the lines stands").isNull();
    assertThat(Read.sum(sale)).isEqualByComparingTo("710.415");
  }

  @Test
  void whatCameBackForMoneyIsStillBought() {
    String returned =
        ORDER
            .replace(
                "\"quantity\": 2, \"current_quantity\": 2",
                "\"quantity\": 2, \"current_quantity\": 1")
            .replace("\"refunds\": []", "\"refunds\": [" + REFUND + "]");
    List<Effect> effects = Read.effects(ChannelKind.SHOPIFY, "orders/updated", returned);

    Effect.Sale sale = (Effect.Sale) effects.getFirst();
    assertThat(line(sale, "BLANKET-GREY").quantity()).isEqualByComparingTo("2");
    assertThat(sale.total()).isEqualByComparingTo("1220.73");
    assertThat(effects.get(1)).isEqualTo(refund());
  }

  @Test
  void aRefundGivesBackLinesAndWhatItsPaymentsAddUpTo() {
    Effect.GivenBack back = refund();

    assertThat(back.order()).isEqualTo("5501700210001");
    assertThat(back.externalId()).isEqualTo("980100200");
    assertThat(back.amount()).isEqualByComparingTo("510.31");
    assertThat(back.currency().getCurrencyCode()).isEqualTo("SEK");
    assertThat(back.reason()).isEqualTo("one was torn");
    assertThat(back.lines())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.lineNo()).isEqualTo(line(sale(ORDER), "BLANKET-GREY").lineNo());
              assertThat(line.quantity()).isEqualByComparingTo("1");
            });
  }

  private static Effect.GivenBack refund() {
    return (Effect.GivenBack)
        Read.effects(ChannelKind.SHOPIFY, "refunds/create", REFUND).getFirst();
  }

  @Test
  void aRefundWithoutLinesIsMoneyAlone() {
    String adjustment =
        REFUND.replaceFirst(
            "(?s)\"refund_line_items\": \\[.*?\\],\\s*\"trans",
            "\"refund_line_items\": [], \"trans");
    Effect.GivenBack back =
        (Effect.GivenBack)
            Read.effects(ChannelKind.SHOPIFY, "refunds/create", adjustment).getFirst();

    assertThat(back.lines()).isEmpty();
    assertThat(back.amount()).isEqualByComparingTo("510.31");
  }

  @Test
  void aRefundWithoutMoneyIsNoReturn() {
    Mapped mapped =
        Read.map(
            ChannelKind.SHOPIFY,
            "refunds/create",
            REFUND.replace("\"success\"", "\"failure\""),
            Read.BARE);

    assertThat(mapped).isInstanceOf(Mapped.Ignored.class);
  }

  @Test
  void aCancelledOrderKeepsItsLines() {
    String cancelled =
        ORDER
            .replace("\"cancelled_at\": null", "\"cancelled_at\": \"2026-10-21T08:00:00Z\"")
            .replace("\"current_quantity\": 2", "\"current_quantity\": 0");
    Effect.Sale sale = sale(cancelled);

    assertThat(sale.status()).isEqualTo(OrderStatus.CANCELLED);
    assertThat(sale.total()).isEqualByComparingTo("1220.73");
  }

  @Test
  void ofTwoBodiesOfOneSecondTheStateThatIsFurtherOnIsLater() {
    Instant paid = sale(ORDER).revisedAt();
    Instant placed = sale(ORDER.replace("\"paid\"", "\"pending\"")).revisedAt();
    Instant shipped =
        sale(ORDER.replace("\"fulfillment_status\": null", "\"fulfillment_status\": \"fulfilled\""))
            .revisedAt();

    assertThat(placed).isBefore(paid);
    assertThat(paid).isBefore(shipped).isAfterOrEqualTo(Instant.parse("2026-10-20T07:15:31Z"));
    assertThat(shipped).isBefore(Instant.parse("2026-10-20T07:15:31.002Z"));
  }

  @Test
  void dutiesAndATipAreLinesOfTheirOwn() {
    String more =
        ORDER
            .replaceFirst(
                "\"duties\": \\[\\]",
                "\"duties\": [{\"id\": 1, \"presentment_money\": {\"amount\": \"10.00\","
                    + " \"currency_code\": \"SEK\"}, \"tax_lines\": []}]")
            .replace("\"total_tip_received\": \"0.00\"", "\"total_tip_received\": \"2.00\"")
            .replace("1220.73", "1253.73");
    Effect.Sale sale = sale(more);

    assertThat(line(sale, "duties").total()).isEqualByComparingTo("10");
    assertThat(line(sale, "tip").total()).isEqualByComparingTo("23");
    assertThat(Read.sum(sale)).isEqualByComparingTo("1253.73");
  }

  @Test
  void aBodyWithoutACurrencyNeedsTheChannels() {
    String bare =
        ORDER
            .replace("\"currency\": \"EUR\",", "")
            .replace("\"presentment_currency\": \"SEK\",", "");

    assertThat(Read.map(ChannelKind.SHOPIFY, "orders/create", bare, Read.BARE))
        .isInstanceOfSatisfying(
            Mapped.Unmappable.class,
            unmappable -> {
              assertThat(unmappable.code()).isEqualTo("currency-missing");
              assertThat(unmappable.pointer()).isEqualTo("/currency");
            });
    assertThat(Read.map(ChannelKind.SHOPIFY, "orders/create", bare, Read.GERMAN))
        .isInstanceOf(Mapped.Taken.class);
  }

  @Test
  void whateverIsLeftOutOrTurnedAroundIsAResultAndNoFailure() {
    var random = new Random(7);
    for (int i = 0; i < 300; i++) {
      int at = random.nextInt(ORDER.length());
      String field = "\"[a-z_]+\":";
      var matcher = Pattern.compile(field).matcher(ORDER);
      if (matcher.find(at)) {
        String broken =
            ORDER.substring(0, matcher.start()) + "\"x\":" + ORDER.substring(matcher.end());
        assertThat(Read.map(ChannelKind.SHOPIFY, "orders/create", broken, Read.BARE)).isNotNull();
      }
    }
    for (String odd : List.of("[]", "3", "null", "{}", "{\"id\": {}}", "{\"id\": 1e999999}")) {
      assertThat(Read.map(ChannelKind.SHOPIFY, "orders/create", odd, Read.BARE))
          .as(odd)
          .isInstanceOf(Mapped.Unmappable.class);
    }
  }
}
