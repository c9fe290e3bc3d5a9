/** Facts: what orders and free returns contribute to the measures of a customer. Plain Java. */
@NullMarked
package dev.homeport.analytics.fact;

import org.jspecify.annotations.NullMarked;
