/** Orders as Amazon's Selling Partner API describes them. */
@NullMarked
package dev.homeport.order.marketplace.amazon;

import org.jspecify.annotations.NullMarked;
