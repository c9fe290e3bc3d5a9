/** Looks for customers who may be one person, and keeps what was found for people to decide. */
@NullMarked
package dev.homeport.customer.candidate;

import org.jspecify.annotations.NullMarked;
