/** Identifiers: UUIDv7 with a shown prefix, and keyed UUIDv8 for buyers of a channel. */
@NullMarked
package dev.homeport.platform.id;

import org.jspecify.annotations.NullMarked;
