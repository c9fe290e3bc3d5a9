/** What is worked out from all facts of a tenant at once, and kept while they stay as they are. */
@NullMarked
package dev.homeport.analytics.derived;

import org.jspecify.annotations.NullMarked;
