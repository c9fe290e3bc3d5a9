/** What the merchant owes its members in points. */
@NullMarked
package dev.homeport.loyalty.liability;

import org.jspecify.annotations.NullMarked;
