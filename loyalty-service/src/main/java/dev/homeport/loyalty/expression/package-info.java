/** Conditions and formulas of programmes: CEL with exact decimals over a fixed vocabulary. */
@NullMarked
package dev.homeport.loyalty.expression;

import org.jspecify.annotations.NullMarked;
