/**
 * What customers cost to win and what they bring: where they came from, spend, and the comparison
 * of both. Plain Java.
 */
@NullMarked
package dev.homeport.analytics.acquisition;

import org.jspecify.annotations.NullMarked;
