package dev.homeport.order.marketplace.amazon;

import dev.homeport.order.marketplace.Effect;
import dev.homeport.order.marketplace.Mapped;
import dev.homeport.order.marketplace.Mapping;
import dev.homeport.order.marketplace.Part;
import dev.homeport.order.marketplace.Terms;
import dev.homeport.order.marketplace.Webhook;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Orders of Amazon, as developer-docs.amazon.com describes them under "Orders API v0 Reference":
 * the answer of {@code getOrder} with that of {@code getOrderItems} in it as {@code OrderItems}. A
 * program of the merchant's fetches them and sends them here, signed with the channel's secret. A
 * pending order has neither buyer nor prices yet, so it is left for later.
 */
public final class AmazonMapping implements Mapping {

  @Override
  public Mapped read(Webhook webhook, Terms terms) {
    Part body = Part.of(webhook.body()).object();
    Part order = body.at("payload").present() ? body.at("payload").object() : body;
    String status = order.at("OrderStatus").needText();
    return switch (status) {
      case "Pending", "PendingAvailability" ->
          new Mapped.Ignored("pending", "Amazon tells neither buyer nor prices yet.");
      case "Canceled" -> cancelled(order, terms);
      case "Unshipped", "PartiallyShipped", "Shipped", "InvoiceUnconfirmed", "Unfulfillable" ->
          taken(order, terms);
      default ->
          throw order
              .at("OrderStatus")
              .unreadable("status-unknown", "The status is none of those that are documented.");
    };
  }

  private static Mapped taken(Part order, Terms terms) {
    return new Mapped.Taken(List.of(new AmazonOrder(order, terms).sale()));
  }

  /** What was called off while it was pending has no total. */
  private static Mapped cancelled(Part order, Terms terms) {
    return order.at("OrderTotal").present()
        ? taken(order, terms)
        : new Mapped.Taken(
            List.of(
                new Effect.CalledOff(
                    order.at("AmazonOrderId").needText(),
                    order.at("LastUpdateDate").needInstant(ZoneOffset.UTC),
                    null)));
  }
}
