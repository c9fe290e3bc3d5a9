/** The neighbours of the gateway in its tests. */
@NullMarked
package dev.homeport.gateway.testing;

import org.jspecify.annotations.NullMarked;
