/** What this service hears from others. */
@NullMarked
package dev.homeport.customer.inbound;

import org.jspecify.annotations.NullMarked;
