/** The events that this service promises to others. */
@NullMarked
package dev.homeport.analytics.contract;

import org.jspecify.annotations.NullMarked;
