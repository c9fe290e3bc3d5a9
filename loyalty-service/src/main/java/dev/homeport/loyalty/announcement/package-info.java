/** Tells others how members stand, after whatever moves them has been committed. */
@NullMarked
package dev.homeport.loyalty.announcement;

import org.jspecify.annotations.NullMarked;
