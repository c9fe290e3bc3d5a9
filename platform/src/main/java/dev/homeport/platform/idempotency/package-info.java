/** The same keyed request twice has one effect and one answer. */
@NullMarked
package dev.homeport.platform.idempotency;

import org.jspecify.annotations.NullMarked;
