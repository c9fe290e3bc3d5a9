/**
 * The engine: what every fact of a member deserves, a pure function with an explanation from which
 * the result can be computed again.
 */
@NullMarked
package dev.homeport.loyalty.rating;

import org.jspecify.annotations.NullMarked;
