package dev.homeport.order.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.order.channel.ChannelKind;
import dev.homeport.order.order.OrderStatus;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** AliExpress, Amazon, eBay, and our own documents. */
class MarketplaceMappingsTest {
  private static final String ALIEXPRESS = Read.body("aliexpress-order");
  private static final String AMAZON = Read.body("amazon-order");
  private static final String EBAY = Read.body("ebay-order");

  @Test
  void timesOfAliExpressArePacificWithDaylightSaving() {
    Effect.Sale sale = Read.sale(ChannelKind.ALIEXPRESS, "", ALIEXPRESS);
    Effect.Sale winter =
        Read.sale(
            ChannelKind.ALIEXPRESS,
            "",
            ALIEXPRESS.replace("2026-03-08 03:30:00", "2026-03-08 01:30:00"));

    // The clocks went forward at two o'clock of that day.
    assertThat(sale.placedAt()).isEqualTo(Instant.parse("2026-03-08T10:30:00Z"));
    assertThat(winter.placedAt()).isEqualTo(Instant.parse("2026-03-08T09:30:00Z"));
  }

  @Test
  void amountsOfAliExpressAreCentsWithAFactor() {
    Effect.Sale sale = Read.sale(ChannelKind.ALIEXPRESS, "", ALIEXPRESS);

    assertThat(sale.total()).isEqualByComparingTo("61.97");
    assertThat(Read.sum(sale)).isEqualByComparingTo("61.97");
    assertThat(
            Read.sale(
                    ChannelKind.ALIEXPRESS,
                    "",
                    ALIEXPRESS.replace("\"cent_factor\": 100", "\"cent_factor\": 1000"))
                .total())
        .isEqualByComparingTo("6.197");
  }

  @Test
  void aBuyerOfAliExpressIsALoginWithoutAnAddressForMail() {
    var buyer = Read.sale(ChannelKind.ALIEXPRESS, "", ALIEXPRESS).buyer();

    assertThat(buyer.externalId()).isEqualTo("es1234567qwer");
    assertThat(buyer.email()).isNull();
    assertThat(buyer.name()).isEqualTo("Lucia Ferrer");
    assertThat(buyer.phone()).isEqualTo("+34600000000");
    assertThat(buyer.country()).isEqualTo("ES");
  }

  @ParameterizedTest
  @CsvSource({
    "PLACE_ORDER_SUCCESS,PLACED",
    "RISK_CONTROL,PAID",
    "WAIT_SELLER_EXAMINE_MONEY,PAID",
    "WAIT_SELLER_SEND_GOODS,PAID",
    "SELLER_PART_SEND_GOODS,PAID",
    "WAIT_BUYER_ACCEPT_GOODS,SHIPPED",
    "FUND_PROCESSING,DELIVERED",
    "FINISH,DELIVERED",
    "IN_CANCEL,PAID",
    "IN_ISSUE,PAID",
    "IN_FROZEN,PAID"
  })
  void everyStatusOfAliExpressHasAState(String status, OrderStatus expected) {
    String body = ALIEXPRESS.replace("WAIT_BUYER_ACCEPT_GOODS", status);

    assertThat(Read.sale(ChannelKind.ALIEXPRESS, "", body).status()).isEqualTo(expected);
  }

  @Test
  void whatFinishedAtAliExpressWithoutAPaymentIsCancelled() {
    String body =
        ALIEXPRESS
            .replace("WAIT_BUYER_ACCEPT_GOODS", "FINISH")
            .replace("\"gmt_pay_success\": \"2026-03-08 03:31:10\",", "");

    assertThat(Read.sale(ChannelKind.ALIEXPRESS, "", body).status())
        .isEqualTo(OrderStatus.CANCELLED);
  }

  @Test
  void anUnknownStatusOfAliExpressIsNotGuessed() {
    assertThat(
            Read.map(
                ChannelKind.ALIEXPRESS,
                "",
                ALIEXPRESS.replace("WAIT_BUYER_ACCEPT_GOODS", "SOMETHING_NEW"),
                Read.BARE))
        .isInstanceOfSatisfying(
            Mapped.Unmappable.class,
            unmappable ->
                assertThat(unmappable.pointer())
                    .isEqualTo(
                        "/aliexpress_solution_order_info_get_response/result/data/order_status"));
  }

  @Test
  void theForwardingAddressOfAmazonNamesTheBuyerAndIsNoAddress() {
    Effect.Sale sale = Read.sale(ChannelKind.AMAZON, "", AMAZON);

    assertThat(sale.buyer().externalId()).isEqualTo("7kx2p0qlmn@marketplace.amazon.de");
    assertThat(sale.buyer().email()).isNull();
    assertThat(sale.status()).isEqualTo(OrderStatus.SHIPPED);
  }

  @Test
  void taxesOfAmazonAreOnTopOnlyWhereTheTotalSaysSo() {
    Effect.Sale inside = Read.sale(ChannelKind.AMAZON, "", AMAZON);
    Effect.Sale onTop = Read.sale(ChannelKind.AMAZON, "", AMAZON.replace("43.89", "51.22"));

    assertThat(Read.sum(inside)).isEqualByComparingTo("43.89");
    assertThat(Read.sum(onTop)).isEqualByComparingTo("51.22");
  }

  @Test
  void aPendingOrderOfAmazonIsLeftForLaterAndOneThatNeverWasIsCalledOff() {
    assertThat(
            Read.map(
                ChannelKind.AMAZON, "", AMAZON.replace("\"Shipped\"", "\"Pending\""), Read.BARE))
        .isInstanceOf(Mapped.Ignored.class);
    assertThat(
            Read.effects(
                ChannelKind.AMAZON,
                "",
                AMAZON
                    .replace("\"Shipped\"", "\"Canceled\"")
                    .replaceFirst("\"OrderTotal\": \\{[^}]*},", "")))
        .singleElement()
        .isInstanceOf(Effect.CalledOff.class);
  }

  @Test
  void anOrderOfEbayComesWithTheRefundsThatWerePaid() {
    List<Effect> effects = Read.effects(ChannelKind.EBAY, "", EBAY);
    Effect.Sale sale = (Effect.Sale) effects.getFirst();

    assertThat(sale.buyer().externalId()).isEqualTo("blue_heron_61");
    assertThat(sale.buyer().email()).isNull();
    assertThat(sale.status()).isEqualTo(OrderStatus.SHIPPED);
    assertThat(Read.sum(sale)).isEqualByComparingTo(sale.total());
    assertThat(effects).hasSize(2);
    assertThat(((Effect.GivenBack) effects.get(1)).amount()).isEqualByComparingTo("9");
  }

  @Test
  void aPageOfEbayIsManyOrders() {
    assertThat(
            Read.effects(
                ChannelKind.EBAY,
                "",
                "{\"orders\": [%s, %s]}"
                    .formatted(EBAY, EBAY.replace("12-10101-20202", "12-10101-30303"))))
        .hasSize(4);
  }

  @Test
  void ourOwnDocumentsAreReadByTheListTheyAreIn() {
    List<Effect> effects =
        Read.effects(
            ChannelKind.GENERIC,
            "",
            """
            {"orders": [{"externalId": "1"}],
             "returns": [{"externalId": "R-1"}],
             "refunds": [{"order": "1", "externalId": "F-1", "at": "2026-11-01T10:00:00Z",
                          "currency": "EUR", "amount": "2.50"}],
             "cancellations": [{"order": "1", "at": "2026-11-01T11:00:00Z"}]}""");

    assertThat(effects)
        .hasExactlyElementsOfTypes(
            Effect.OwnOrder.class,
            Effect.OwnReturn.class,
            Effect.GivenBack.class,
            Effect.CalledOff.class);
    assertThat(Read.map(ChannelKind.GENERIC, "", "{\"ordres\": []}", Read.BARE))
        .isInstanceOfSatisfying(
            Mapped.Unmappable.class,
            unmappable -> assertThat(unmappable.pointer()).isEqualTo("/ordres"));
  }

  @Test
  void linesThatAPlatformNumbersOneAfterTheOtherNeverShareANumber() {
    var numbers = new HashSet<Integer>();
    for (long id = 14_100_200_300_401L; id < 14_100_200_300_401L + 1_000L * 32_768; id += 32_768) {
      numbers.add(Lines.number(Long.toString(id)));
    }

    assertThat(numbers).hasSize(1_000).allMatch(number -> number >= 1_000 && number <= 1_000_000);
  }
}
