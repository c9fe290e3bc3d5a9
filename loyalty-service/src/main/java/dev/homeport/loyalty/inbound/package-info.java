/** What other services tell us: the records that are read, and their listeners. */
@NullMarked
package dev.homeport.loyalty.inbound;

import org.jspecify.annotations.NullMarked;
