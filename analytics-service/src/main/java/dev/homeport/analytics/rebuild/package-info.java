/** Deriving everything from the facts again, as a job. */
@NullMarked
package dev.homeport.analytics.rebuild;

import org.jspecify.annotations.NullMarked;
