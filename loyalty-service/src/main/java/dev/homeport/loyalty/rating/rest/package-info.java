/** Ratings over HTTP. */
@NullMarked
package dev.homeport.loyalty.rating.rest;

import org.jspecify.annotations.NullMarked;
