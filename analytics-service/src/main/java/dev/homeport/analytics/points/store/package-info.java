/** Where points and tiers lie. */
@NullMarked
package dev.homeport.analytics.points.store;

import org.jspecify.annotations.NullMarked;
