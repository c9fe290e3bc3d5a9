/** How events are taken in: each twice and late, none lost, one bad one in nobody's way. */
@NullMarked
package dev.homeport.platform.inbox;

import org.jspecify.annotations.NullMarked;
