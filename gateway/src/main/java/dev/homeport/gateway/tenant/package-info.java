/** Merchants: made here, known everywhere through {@code homeport.tenant.v1}. */
@NullMarked
package dev.homeport.gateway.tenant;

import org.jspecify.annotations.NullMarked;
