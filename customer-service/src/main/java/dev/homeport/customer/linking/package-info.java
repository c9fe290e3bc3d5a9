/** Says which customer a buyer of a channel is. */
@NullMarked
package dev.homeport.customer.linking;

import org.jspecify.annotations.NullMarked;
