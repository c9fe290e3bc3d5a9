/**
 * What customers are still worth: models of buying, drop-out and spend, and what they say of each
 * customer today. Plain Java.
 */
@NullMarked
package dev.homeport.analytics.value;

import org.jspecify.annotations.NullMarked;
