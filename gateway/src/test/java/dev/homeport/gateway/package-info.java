/** The gateway in front of real services, on a real database and broker. */
@NullMarked
package dev.homeport.gateway;

import org.jspecify.annotations.NullMarked;
