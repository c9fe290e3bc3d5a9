/** What several tests of this service share. */
@NullMarked
package dev.homeport.customer.testing;

import org.jspecify.annotations.NullMarked;
