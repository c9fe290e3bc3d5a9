/** The fact table, the mapping of identities, and the values derived from both. */
@NullMarked
package dev.homeport.analytics.fact.store;

import org.jspecify.annotations.NullMarked;
