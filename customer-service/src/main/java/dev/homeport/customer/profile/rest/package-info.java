/** Customers over HTTP. */
@NullMarked
package dev.homeport.customer.profile.rest;

import org.jspecify.annotations.NullMarked;
