/** Orders, free returns and activities as they now stand. */
@NullMarked
package dev.homeport.loyalty.fact;

import org.jspecify.annotations.NullMarked;
