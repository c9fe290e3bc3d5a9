/** Where changes wait until everyone who follows them has done so. */
@NullMarked
package dev.homeport.analytics.change.store;

import org.jspecify.annotations.NullMarked;
