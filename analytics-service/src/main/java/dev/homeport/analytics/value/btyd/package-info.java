/**
 * The models of buying and drop-out, of spend, and their estimation. Times are weeks, a week being
 * seven days; a purchase is a day with at least one counted order. Plain Java.
 */
@NullMarked
package dev.homeport.analytics.value.btyd;

import org.jspecify.annotations.NullMarked;
