/** The way of a request through the gateway, non-blocking from end to end. */
@NullMarked
package dev.homeport.gateway.forward;

import org.jspecify.annotations.NullMarked;
