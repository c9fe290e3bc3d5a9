/** Buyers on channels, and the customer that each of them is. */
@NullMarked
package dev.homeport.customer.identity;

import org.jspecify.annotations.NullMarked;
