/** Orders as eBay's Fulfillment API describes them. */
@NullMarked
package dev.homeport.order.marketplace.ebay;

import org.jspecify.annotations.NullMarked;
