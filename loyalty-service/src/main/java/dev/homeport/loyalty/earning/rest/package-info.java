/** Ratings over HTTP. */
@NullMarked
package dev.homeport.loyalty.earning.rest;

import org.jspecify.annotations.NullMarked;
