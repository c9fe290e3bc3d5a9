/** States orders and returns in the reporting currency once their rate is known. */
@NullMarked
package dev.homeport.order.conversion;

import org.jspecify.annotations.NullMarked;
