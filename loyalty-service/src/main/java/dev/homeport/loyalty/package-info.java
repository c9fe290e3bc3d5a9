/** loyalty-service: programmes and the points ledger. */
@NullMarked
package dev.homeport.loyalty;

import org.jspecify.annotations.NullMarked;
