/** Programmes as documents: what they say, when each version counts, and what is wrong with one. */
@NullMarked
package dev.homeport.loyalty.programme;

import org.jspecify.annotations.NullMarked;
