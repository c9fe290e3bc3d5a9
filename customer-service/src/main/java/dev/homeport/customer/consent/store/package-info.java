/** Purposes and consents in PostgreSQL. */
@NullMarked
package dev.homeport.customer.consent.store;

import org.jspecify.annotations.NullMarked;
