/** Points that people give, over HTTP. */
@NullMarked
package dev.homeport.loyalty.grant.rest;

import org.jspecify.annotations.NullMarked;
