/** Where prices are kept and compared. */
@NullMarked
package dev.homeport.analytics.price.store;

import org.jspecify.annotations.NullMarked;
