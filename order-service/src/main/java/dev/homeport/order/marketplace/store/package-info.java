/** Raw bodies in PostgreSQL, encrypted. */
@NullMarked
package dev.homeport.order.marketplace.store;

import org.jspecify.annotations.NullMarked;
