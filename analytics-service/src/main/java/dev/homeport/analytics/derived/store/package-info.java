/** Which state the facts of a tenant are in, and what was derived and remembered of which. */
@NullMarked
package dev.homeport.analytics.derived.store;

import org.jspecify.annotations.NullMarked;
