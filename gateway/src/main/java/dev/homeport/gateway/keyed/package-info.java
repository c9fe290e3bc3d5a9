/** Idempotent answers that may hold a secret. */
@NullMarked
package dev.homeport.gateway.keyed;

import org.jspecify.annotations.NullMarked;
