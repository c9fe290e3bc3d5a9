/** Exact amounts of money and exact quantities, in memory and on the wire. */
@NullMarked
package dev.homeport.platform.money;

import org.jspecify.annotations.NullMarked;
