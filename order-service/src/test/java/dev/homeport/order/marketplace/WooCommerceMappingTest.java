package dev.homeport.order.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.order.channel.ChannelKind;
import dev.homeport.order.order.Line;
import dev.homeport.order.order.LineKind;
import dev.homeport.order.order.OrderStatus;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WooCommerceMappingTest {
  private static final String ORDER = Read.body("woocommerce-order");
  private static final String REFUND = Read.body("woocommerce-refund");

  private static Effect.Sale sale(String body) {
    return Read.sale(ChannelKind.WOOCOMMERCE, "order.updated", body);
  }

  @Test
  void anOrderIsReadToTheCent() {
    Effect.Sale sale = sale(ORDER);

    assertThat(sale.externalId()).isEqualTo("3017");
    assertThat(sale.currency().getCurrencyCode()).isEqualTo("PLN");
    assertThat(sale.placedAt()).isEqualTo(Instant.parse("2026-10-21T12:05:09Z"));
    assertThat(sale.total()).isEqualByComparingTo("122.98");
    assertThat(Read.sum(sale)).isEqualByComparingTo("122.98");
    assertThat(sale.attribution().coupon()).isEqualTo("welcome5");
  }

  @Test
  void aPriceThatDoesNotComeOutEvenStillAddsUp() {
    Line tea = sale(ORDER).lines().getFirst();

    assertThat(tea.sku()).isEqualTo("TEA-3");
    assertThat(tea.unitPrice()).isEqualByComparingTo("26.666667");
    assertThat(tea.discount()).isEqualByComparingTo("5.000001");
    assertThat(tea.total()).isEqualByComparingTo("92.25");
  }

  @Test
  void shippingAndFeesAreLinesAlsoWhereAFeeIsNegative() {
    List<Line> lines = sale(ORDER).lines();

    assertThat(lines)
        .filteredOn(line -> line.kind() == LineKind.SHIPPING)
        .singleElement()
        .satisfies(line -> assertThat(line.total()).isEqualByComparingTo("18.45"));
    assertThat(lines)
        .filteredOn(line -> line.kind() == LineKind.ADJUSTMENT)
        .extracting(line -> line.total().toPlainString())
        .containsExactly("13.2", "-0.92");
  }

  @Test
  void customerNoughtIsAGuest() {
    assertThat(sale(ORDER).buyer().externalId()).isNull();
    assertThat(sale(ORDER).buyer().email()).isEqualTo("jan.nowak@example.org");
    assertThat(
            sale(ORDER.replace("\"customer_id\": 0", "\"customer_id\": 26")).buyer().externalId())
        .isEqualTo("26");
  }

  @ParameterizedTest
  @CsvSource({
    "pending,PLACED",
    "on-hold,PLACED",
    "processing,PAID",
    "completed,DELIVERED",
    "refunded,PAID",
    "cancelled,CANCELLED",
    "failed,CANCELLED",
    "trash,CANCELLED",
    "awaiting-pickup,PAID"
  })
  void everyStatusHasAState(String status, OrderStatus expected) {
    assertThat(sale(ORDER.replace("\"processing\"", '"' + status + '"')).status())
        .isEqualTo(expected);
  }

  @Test
  void aDraftIsNoOrder() {
    assertThat(
            Read.map(
                ChannelKind.WOOCOMMERCE,
                "order.created",
                ORDER.replace("\"processing\"", "\"checkout-draft\""),
                Read.BARE))
        .isInstanceOf(Mapped.Ignored.class);
  }

  @Test
  void aDeletedOrderIsCalledOff() {
    assertThat(Read.effects(ChannelKind.WOOCOMMERCE, "order.deleted", "{\"id\": 3017}"))
        .containsExactly(new Effect.CalledOff("3017", Read.NOW, "deleted at the shop"));
  }

  @Test
  void refundsThatAnOrderListsAreMoneyAlone() {
    List<Effect> effects =
        Read.effects(
            ChannelKind.WOOCOMMERCE,
            "order.updated",
            ORDER.replace(
                "\"refunds\": []",
                "\"refunds\": [{\"id\": 3044, \"reason\": \"\", \"total\": \"-32.41\"}]"));

    assertThat(effects.get(1))
        .isInstanceOfSatisfying(
            Effect.GivenBack.class,
            back -> {
              assertThat(back.externalId()).isEqualTo("3044");
              assertThat(back.amount()).isEqualByComparingTo("32.41");
              assertThat(back.lines()).isEmpty();
              assertThat(back.reason()).isNull();
            });
  }

  @Test
  void aRefundOfItsOwnNamesItsLines() {
    Mapped mapped = Read.map(ChannelKind.WOOCOMMERCE, "refund.created", REFUND, Read.GERMAN);

    assertThat(((Mapped.Taken) mapped).effects().getFirst())
        .isInstanceOfSatisfying(
            Effect.GivenBack.class,
            back -> {
              assertThat(back.order()).isEqualTo("3017");
              assertThat(back.amount()).isEqualByComparingTo("32.41");
              assertThat(back.lines().getFirst().lineNo())
                  .isEqualTo(sale(ORDER).lines().getFirst().lineNo());
            });
  }

  @Test
  void timesOfAnOldShopCountInTheChannelsZone() {
    String old = ORDER.replaceAll("\"date_[a-z]+_gmt\": [^,]+,", "");
    Mapped mapped = Read.map(ChannelKind.WOOCOMMERCE, "order.created", old, Read.GERMAN);

    assertThat(((Effect.Sale) ((Mapped.Taken) mapped).effects().getFirst()).placedAt())
        .isEqualTo(Instant.parse("2026-10-21T12:05:09Z"));
  }
}
