/** What other services tell us. */
@NullMarked
package dev.homeport.order.inbound;

import org.jspecify.annotations.NullMarked;
