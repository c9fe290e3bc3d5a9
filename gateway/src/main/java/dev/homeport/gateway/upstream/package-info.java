/** The services behind the gateway: their addresses and the routes that they publish. */
@NullMarked
package dev.homeport.gateway.upstream;

import org.jspecify.annotations.NullMarked;
