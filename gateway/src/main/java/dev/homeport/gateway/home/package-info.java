/** What a person or a probe finds at the gateway itself. */
@NullMarked
package dev.homeport.gateway.home;

import org.jspecify.annotations.NullMarked;
