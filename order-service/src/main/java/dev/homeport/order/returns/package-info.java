/** Free returns: goods that came back without a known order or line. */
@NullMarked
package dev.homeport.order.returns;

import org.jspecify.annotations.NullMarked;
