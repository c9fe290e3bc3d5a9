package dev.homeport.order.marketplace.woocommerce;

import dev.homeport.order.marketplace.Effect;
import dev.homeport.order.marketplace.Mapped;
import dev.homeport.order.marketplace.Mapping;
import dev.homeport.order.marketplace.Part;
import dev.homeport.order.marketplace.Terms;
import dev.homeport.order.marketplace.Webhook;
import dev.homeport.order.order.OrderStatus;
import java.util.ArrayList;
import java.util.List;

/**
 * WooCommerce's webhooks, as developer.woocommerce.com describes them under "Webhooks" (the topics)
 * and in the REST API v3 under "Order properties" and "Order refund properties" (the bodies). An
 * order that is deleted is called off. Drafts of a checkout are no orders.
 */
public final class WooCommerceMapping implements Mapping {
  private static final List<String> DRAFTS = List.of("checkout-draft", "auto-draft", "draft");

  @Override
  public Mapped read(Webhook webhook, Terms terms) {
    Part body = Part.of(webhook.body()).object();
    String topic = webhook.topic();
    if (topic == null) {
      throw body.unreadable("topic-missing", "The header X-WC-Webhook-Topic is missing.");
    }
    return switch (topic) {
      case "order.created", "order.updated", "order.restored" -> order(body, terms);
      case "order.deleted" ->
          new Mapped.Taken(
              List.of(
                  new Effect.CalledOff(
                      body.at("id").needText(), webhook.receivedAt(), "deleted at the shop")));
      case "refund.created", "order.refunded" ->
          new Mapped.Taken(List.of(WooCommerceRefund.alone(body, terms)));
      default -> new Mapped.Ignored("topic-not-used", "Nothing is taken from this topic.");
    };
  }

  private static Mapped order(Part body, Terms terms) {
    if (DRAFTS.contains(body.at("status").needText())) {
      return new Mapped.Ignored("draft", "The checkout has not come to an end.");
    }
    var order = new WooCommerceOrder(body, terms);
    Effect.Sale sale = order.sale();
    var effects = new ArrayList<Effect>();
    effects.add(sale);
    if (sale.status() != OrderStatus.CANCELLED) {
      effects.addAll(order.returns());
    }
    return new Mapped.Taken(effects);
  }
}
