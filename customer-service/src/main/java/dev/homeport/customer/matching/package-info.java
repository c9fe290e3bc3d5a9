/** Tells from what is known of two customers whether they are one person. */
@NullMarked
package dev.homeport.customer.matching;

import org.jspecify.annotations.NullMarked;
