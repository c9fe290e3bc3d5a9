/** What is known of a person, and how it grows with every sighting. Plain Java. */
@NullMarked
package dev.homeport.customer.person;

import org.jspecify.annotations.NullMarked;
