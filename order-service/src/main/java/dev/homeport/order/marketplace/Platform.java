package dev.homeport.order.marketplace;

import dev.homeport.order.channel.ChannelKind;
import dev.homeport.order.marketplace.aliexpress.AliExpressMapping;
import dev.homeport.order.marketplace.amazon.AmazonMapping;
import dev.homeport.order.marketplace.ebay.EbayMapping;
import dev.homeport.order.marketplace.generic.GenericMapping;
import dev.homeport.order.marketplace.shopify.ShopifyMapping;
import dev.homeport.order.marketplace.woocommerce.WooCommerceMapping;

/**
 * What differs from platform to platform.
 *
 * @param topic the header that says what has happened
 * @param delivery the header that numbers the delivery, the same when it is sent again
 */
public record Platform(Signature signature, String topic, String delivery, Mapping mapping) {

  /** The platform of a kind of channel. */
  public static Platform of(ChannelKind kind) {
    return switch (kind) {
      case SHOPIFY ->
          new Platform(
              new Signature.OfBody("X-Shopify-Hmac-Sha256"),
              "X-Shopify-Topic",
              "X-Shopify-Webhook-Id",
              new ShopifyMapping());
      case WOOCOMMERCE ->
          new Platform(
              new Signature.OfBody("X-WC-Webhook-Signature"),
              "X-WC-Webhook-Topic",
              "X-WC-Webhook-Delivery-ID",
              new WooCommerceMapping());
      case ALIEXPRESS -> signed(new AliExpressMapping());
      case AMAZON -> signed(new AmazonMapping());
      case EBAY -> signed(new EbayMapping());
      case GENERIC -> signed(new GenericMapping());
    };
  }

  private static Platform signed(Mapping mapping) {
    return new Platform(new Signature.Standard(), "webhook-topic", "webhook-id", mapping);
  }
}
