/**
 * The order as a fact: what a delivered document means, which states follow, what may come back.
 */
@NullMarked
package dev.homeport.order.order;

import org.jspecify.annotations.NullMarked;
