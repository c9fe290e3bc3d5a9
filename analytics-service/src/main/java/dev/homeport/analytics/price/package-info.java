/** What competitors ask for the same products, beside the own price. Plain Java. */
@NullMarked
package dev.homeport.analytics.price;

import org.jspecify.annotations.NullMarked;
