/** The rules of a loyalty programme as values, and the configuration they are read from. */
@NullMarked
package dev.homeport.loyalty.programme;

import org.jspecify.annotations.NullMarked;
