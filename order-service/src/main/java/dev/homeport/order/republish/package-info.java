/** Publishes orders and returns again for a consumer that is new or has lost its data. */
@NullMarked
package dev.homeport.order.republish;

import org.jspecify.annotations.NullMarked;
