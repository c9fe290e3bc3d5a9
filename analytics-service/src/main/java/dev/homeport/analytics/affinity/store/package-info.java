/** Where orders are read, and what goes together is kept. */
@NullMarked
package dev.homeport.analytics.affinity.store;

import org.jspecify.annotations.NullMarked;
