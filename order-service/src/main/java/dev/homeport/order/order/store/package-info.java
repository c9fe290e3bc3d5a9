/** Orders in PostgreSQL: set-based SQL, one row per order. */
@NullMarked
package dev.homeport.order.order.store;

import org.jspecify.annotations.NullMarked;
