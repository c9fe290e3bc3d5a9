/** The events that this service takes, and its own view of their data. */
@NullMarked
package dev.homeport.analytics.inbound;

import org.jspecify.annotations.NullMarked;
