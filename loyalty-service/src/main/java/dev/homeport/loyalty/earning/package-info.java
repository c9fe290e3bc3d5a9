/** What an order or a free return deserves, as a pure function with its explanation. */
@NullMarked
package dev.homeport.loyalty.earning;

import org.jspecify.annotations.NullMarked;
