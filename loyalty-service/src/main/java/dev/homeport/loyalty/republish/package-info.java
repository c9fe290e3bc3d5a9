/** Tells others everything anew, for a consumer that is new or has lost its database. */
@NullMarked
package dev.homeport.loyalty.republish;

import org.jspecify.annotations.NullMarked;
