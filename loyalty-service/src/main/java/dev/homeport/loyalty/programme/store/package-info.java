/** Programmes in PostgreSQL, and the one that every tenant begins with. */
@NullMarked
package dev.homeport.loyalty.programme.store;

import org.jspecify.annotations.NullMarked;
