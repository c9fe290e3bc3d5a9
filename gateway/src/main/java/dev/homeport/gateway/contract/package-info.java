/** What the gateway promises to other services. */
@NullMarked
package dev.homeport.gateway.contract;

import org.jspecify.annotations.NullMarked;
