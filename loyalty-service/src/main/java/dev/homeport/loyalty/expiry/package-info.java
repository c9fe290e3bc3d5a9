/** Points that are not used in time. */
@NullMarked
package dev.homeport.loyalty.expiry;

import org.jspecify.annotations.NullMarked;
