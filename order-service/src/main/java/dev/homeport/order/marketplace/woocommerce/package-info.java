/** WooCommerce's webhooks. */
@NullMarked
package dev.homeport.order.marketplace.woocommerce;

import org.jspecify.annotations.NullMarked;
