/** Ratings in PostgreSQL, beside the awards that they explain. */
@NullMarked
package dev.homeport.loyalty.earning.store;

import org.jspecify.annotations.NullMarked;
