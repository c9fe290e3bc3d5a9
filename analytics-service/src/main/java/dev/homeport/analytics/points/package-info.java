/** The points and tiers of customers, as loyalty-service tells of them. Plain Java. */
@NullMarked
package dev.homeport.analytics.points;

import org.jspecify.annotations.NullMarked;
