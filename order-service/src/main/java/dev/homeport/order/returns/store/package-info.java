/** Free returns in PostgreSQL. */
@NullMarked
package dev.homeport.order.returns.store;

import org.jspecify.annotations.NullMarked;
