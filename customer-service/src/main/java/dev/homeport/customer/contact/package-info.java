/** The values by which a person is reached, each valid and in one canonical form. Plain Java. */
@NullMarked
package dev.homeport.customer.contact;

import org.jspecify.annotations.NullMarked;
