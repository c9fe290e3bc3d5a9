/** Refusals that a caller can read: RFC 9457 problem details for every error. */
@NullMarked
package dev.homeport.platform.problem;

import org.jspecify.annotations.NullMarked;
