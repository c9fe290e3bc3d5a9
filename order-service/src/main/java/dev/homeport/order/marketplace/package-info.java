/** What platforms send, made into orders, steps and returns. Mappings are pure functions. */
@NullMarked
package dev.homeport.order.marketplace;

import org.jspecify.annotations.NullMarked;
