/** analytics-service: everything derived from facts. */
@NullMarked
package dev.homeport.analytics;

import org.jspecify.annotations.NullMarked;
