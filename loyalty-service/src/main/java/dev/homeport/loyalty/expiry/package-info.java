/** What time does to points: they can be used, and are lost when nobody does. */
@NullMarked
package dev.homeport.loyalty.expiry;

import org.jspecify.annotations.NullMarked;
