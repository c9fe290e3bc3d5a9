/** Exchange rates in PostgreSQL, and the conversion of orders that waited for one. */
@NullMarked
package dev.homeport.order.currency.store;

import org.jspecify.annotations.NullMarked;
