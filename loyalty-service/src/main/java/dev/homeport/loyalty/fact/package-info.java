/** Orders and free returns as they now stand. */
@NullMarked
package dev.homeport.loyalty.fact;

import org.jspecify.annotations.NullMarked;
