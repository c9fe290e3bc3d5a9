/** What people ask about their own data: to see it, and to be forgotten. */
@NullMarked
package dev.homeport.customer.privacy;

import org.jspecify.annotations.NullMarked;
