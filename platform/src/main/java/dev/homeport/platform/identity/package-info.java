/** Whose identities are today, as customer-service says. */
@NullMarked
package dev.homeport.platform.identity;

import org.jspecify.annotations.NullMarked;
