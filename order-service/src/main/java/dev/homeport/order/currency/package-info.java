/** Reference rates of the European Central Bank, and conversion through the euro. */
@NullMarked
package dev.homeport.order.currency;

import org.jspecify.annotations.NullMarked;
