/** Where purchases are read, and models and what follows from them are kept. */
@NullMarked
package dev.homeport.analytics.value.store;

import org.jspecify.annotations.NullMarked;
