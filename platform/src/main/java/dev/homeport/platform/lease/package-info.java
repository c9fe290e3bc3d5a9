/** The right to do a thing alone, for a while, across all replicas. */
@NullMarked
package dev.homeport.platform.lease;

import org.jspecify.annotations.NullMarked;
