package dev.homeport.order.marketplace.shopify;

import dev.homeport.order.marketplace.Effect;
import dev.homeport.order.marketplace.Mapped;
import dev.homeport.order.marketplace.Mapping;
import dev.homeport.order.marketplace.Part;
import dev.homeport.order.marketplace.Terms;
import dev.homeport.order.marketplace.Webhook;
import java.util.ArrayList;
import java.util.List;

/**
 * Shopify's webhooks, as shopify.dev describes them under "Webhooks" (the topics), "Order" and
 * "Refund" of the REST Admin API (the bodies). Every order topic carries the whole order, so each
 * is a description of it. Test orders are not taken. A deleted order stays a fact.
 */
public final class ShopifyMapping implements Mapping {

  @Override
  public Mapped read(Webhook webhook, Terms terms) {
    Part body = Part.of(webhook.body()).object();
    String topic = webhook.topic();
    if (topic == null) {
      throw body.unreadable("topic-missing", "The header X-Shopify-Topic is missing.");
    }
    return switch (topic) {
      case "orders/create",
          "orders/updated",
          "orders/edited",
          "orders/paid",
          "orders/partially_fulfilled",
          "orders/fulfilled",
          "orders/cancelled" ->
          order(body, terms);
      case "refunds/create" -> refund(body, terms);
      default -> new Mapped.Ignored("topic-not-used", "Nothing is taken from this topic.");
    };
  }

  private static Mapped order(Part body, Terms terms) {
    if (body.at("order_edit").present()) {
      return new Mapped.Ignored(
          "described-elsewhere", "An edit comes with orders/updated, as the whole order.");
    }
    if (body.at("test").yes()) {
      return new Mapped.Ignored("test-order", "The order is a test.");
    }
    var order = new ShopifyOrder(body, terms);
    var effects = new ArrayList<Effect>();
    effects.add(order.sale());
    effects.addAll(order.returns());
    return new Mapped.Taken(effects);
  }

  private static Mapped refund(Part body, Terms terms) {
    var refund = new ShopifyRefund(body);
    if (!refund.hasMoney()) {
      return new Mapped.Ignored("no-money", "Nothing was paid back.");
    }
    return new Mapped.Taken(List.of(refund.givenBack(body.at("order_id").needText(), terms)));
  }
}
