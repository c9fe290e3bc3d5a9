/** Everything about one customer in one answer, asked of all services at once. */
@NullMarked
package dev.homeport.gateway.overview;

import org.jspecify.annotations.NullMarked;
