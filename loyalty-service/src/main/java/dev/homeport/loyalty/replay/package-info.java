/** Folds the journal again and compares the result with what is stored. */
@NullMarked
package dev.homeport.loyalty.replay;

import org.jspecify.annotations.NullMarked;
