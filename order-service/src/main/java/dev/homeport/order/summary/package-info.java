/** Counts and sums of orders and returns. */
@NullMarked
package dev.homeport.order.summary;

import org.jspecify.annotations.NullMarked;
