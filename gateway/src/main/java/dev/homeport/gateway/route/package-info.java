/** Which service answers which path. Plain Java: nothing here knows HTTP servers or containers. */
@NullMarked
package dev.homeport.gateway.route;

import org.jspecify.annotations.NullMarked;
