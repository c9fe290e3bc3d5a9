/** Who is to be looked at again, because something has changed. Plain Java. */
@NullMarked
package dev.homeport.analytics.change;

import org.jspecify.annotations.NullMarked;
