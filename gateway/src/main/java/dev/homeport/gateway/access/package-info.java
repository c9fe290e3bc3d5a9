/** The access log: a line of JSON for each request. */
@NullMarked
package dev.homeport.gateway.access;

import org.jspecify.annotations.NullMarked;
