/** Ratings in PostgreSQL, beside the awards that they explain. */
@NullMarked
package dev.homeport.loyalty.rating.store;

import org.jspecify.annotations.NullMarked;
