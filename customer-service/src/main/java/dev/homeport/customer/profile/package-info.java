/** Customers: what is known of each, found by what they are called and how they are reached. */
@NullMarked
package dev.homeport.customer.profile;

import org.jspecify.annotations.NullMarked;
