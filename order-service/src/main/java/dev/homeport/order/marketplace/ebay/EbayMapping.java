package dev.homeport.order.marketplace.ebay;

import dev.homeport.order.marketplace.Effect;
import dev.homeport.order.marketplace.Mapped;
import dev.homeport.order.marketplace.Mapping;
import dev.homeport.order.marketplace.Part;
import dev.homeport.order.marketplace.Terms;
import dev.homeport.order.marketplace.Webhook;
import java.util.ArrayList;
import java.util.List;

/**
 * Orders of eBay, as developer.ebay.com describes them under "Fulfillment API, getOrder" and
 * "getOrders": one order, or a page of them. A program of the merchant's fetches them and sends
 * them here, signed with the channel's secret. Of two currencies the one that the seller is paid in
 * counts ({@code value} and {@code currency}, not {@code convertedFromValue}).
 */
public final class EbayMapping implements Mapping {

  @Override
  public Mapped read(Webhook webhook, Terms terms) {
    Part body = Part.of(webhook.body()).object();
    var effects = new ArrayList<Effect>();
    if (body.at("orders").present()) {
      body.at("orders").each().forEach(one -> effects.addAll(effects(one, terms)));
    } else {
      effects.addAll(effects(body, terms));
    }
    return effects.isEmpty()
        ? new Mapped.Ignored("empty", "The page has no order.")
        : new Mapped.Taken(effects);
  }

  private static List<Effect> effects(Part order, Terms terms) {
    return new EbayOrder(order.object(), terms).effects();
  }
}
