/** Points outstanding over HTTP. */
@NullMarked
package dev.homeport.loyalty.liability.rest;

import org.jspecify.annotations.NullMarked;
