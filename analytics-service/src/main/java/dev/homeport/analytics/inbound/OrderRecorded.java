package dev.homeport.analytics.inbound;

import static java.util.Objects.requireNonNull;

import dev.homeport.analytics.fact.Attribution;
import dev.homeport.analytics.fact.Basket;
import dev.homeport.analytics.fact.Contribution;
import dev.homeport.analytics.fact.Fact;
import dev.homeport.analytics.fact.Line;
import dev.homeport.analytics.fact.OrderState;
import dev.homeport.analytics.fact.Origin;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code dev.homeport.order.recorded.v1}: an order as it now stands.
 *
 * @param total in the order's own currency
 * @param returned in the order's own currency
 * @param reporting absent while the conversion is pending
 */
record OrderRecorded(
    UUID orderId,
    UUID identityId,
    long revision,
    String channel,
    String market,
    String country,
    Instant placedAt,
    String status,
    String currency,
    List<OrderLine> lines,
    BigDecimal total,
    BigDecimal returned,
    @Nullable Reporting reporting,
    @Nullable OrderAttribution attribution)
    implements OrderEvent {

  OrderRecorded {
    requireNonNull(orderId, "orderId");
    requireNonNull(identityId, "identityId");
    requireNonNull(placedAt, "placedAt");
    requireNonNull(status, "status");
    requireNonNull(total, "total");
    requireNonNull(returned, "returned");
    lines = List.copyOf(lines);
  }

  /** One line of the order. */
  record OrderLine(
      String sku,
      @Nullable String name,
      @Nullable String category,
      BigDecimal quantity,
      BigDecimal unitPrice,
      String kind,
      BigDecimal returnedQuantity) {

    private Line line() {
      return new Line(
          sku,
          Optional.ofNullable(name),
          Optional.ofNullable(category),
          quantity,
          returnedQuantity,
          unitPrice);
    }
  }

  /** Where the order came from; whatever the source does not know is absent. */
  record OrderAttribution(
      @Nullable String source,
      @Nullable String medium,
      @Nullable String campaign,
      @Nullable String partnerId,
      @Nullable String coupon,
      @Nullable String referralCode,
      @Nullable String costClass) {

    private Attribution attribution() {
      return new Attribution(
          Optional.ofNullable(source),
          Optional.ofNullable(medium),
          Optional.ofNullable(campaign),
          Optional.ofNullable(partnerId),
          Optional.ofNullable(coupon),
          Optional.ofNullable(referralCode),
          Optional.ofNullable(costClass));
    }
  }

  /** The order in the tenant's reporting currency. */
  record Reporting(BigDecimal total, BigDecimal returned) {}

  @Override
  public Fact fact() {
    List<Line> products = products();
    OrderState state =
        new OrderState(status.equals("cancelled"), total, returned, products, contribution());
    return new Fact(
        identityId,
        orderId,
        Fact.Kind.order,
        placedAt,
        new Origin(channel, market, country, origin()),
        new Basket(currency, products),
        state.counted(),
        state.contribution(),
        revision);
  }

  private List<Line> products() {
    return lines.stream()
        .filter(line -> line.kind().equals("product"))
        .map(OrderLine::line)
        .toList();
  }

  private Attribution origin() {
    return attribution == null ? Attribution.NONE : attribution.attribution();
  }

  private Optional<Contribution> contribution() {
    return Optional.ofNullable(reporting).map(r -> new Contribution(r.total(), r.returned()));
  }
}
