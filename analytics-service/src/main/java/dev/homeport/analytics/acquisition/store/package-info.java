/** Where spend and rules are kept, and first orders are read off the facts. */
@NullMarked
package dev.homeport.analytics.acquisition.store;

import org.jspecify.annotations.NullMarked;
