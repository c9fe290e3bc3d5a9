/** What customer-service says of customers: no name, no contact. Plain Java. */
@NullMarked
package dev.homeport.analytics.profile;

import org.jspecify.annotations.NullMarked;
