/** The key of each person: what is known of them lies under it, and goes with it. */
@NullMarked
package dev.homeport.customer.personal;

import org.jspecify.annotations.NullMarked;
