/** Where segments and their members lie, and how membership follows what happens. */
@NullMarked
package dev.homeport.analytics.segment.store;

import org.jspecify.annotations.NullMarked;
