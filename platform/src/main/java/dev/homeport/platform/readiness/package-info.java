/** What must be right before a service starts, and before it takes requests. */
@NullMarked
package dev.homeport.platform.readiness;

import org.jspecify.annotations.NullMarked;
