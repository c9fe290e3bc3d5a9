/** Encryption at rest: authenticated, under keys that belong to one tenant. */
@NullMarked
package dev.homeport.order.seal;

import org.jspecify.annotations.NullMarked;
