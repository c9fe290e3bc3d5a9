/** Turns what happened into events in the outbox. */
@NullMarked
package dev.homeport.order.publication;

import org.jspecify.annotations.NullMarked;
