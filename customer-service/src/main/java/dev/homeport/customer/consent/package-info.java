/** What people have allowed: records that only grow, and what follows from them. Plain Java. */
@NullMarked
package dev.homeport.customer.consent;

import org.jspecify.annotations.NullMarked;
