/** The clock and the revision numbers of published state. */
@NullMarked
package dev.homeport.platform.time;

import org.jspecify.annotations.NullMarked;
