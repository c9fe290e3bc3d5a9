/** Shopify's webhooks. */
@NullMarked
package dev.homeport.order.marketplace.shopify;

import org.jspecify.annotations.NullMarked;
