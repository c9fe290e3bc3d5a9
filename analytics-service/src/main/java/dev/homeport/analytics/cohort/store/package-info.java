/** Where cohorts are read off the facts. */
@NullMarked
package dev.homeport.analytics.cohort.store;

import org.jspecify.annotations.NullMarked;
