/** The facts that move an account, and the one fold that live postings and replay share. */
@NullMarked
package dev.homeport.loyalty.journal;

import org.jspecify.annotations.NullMarked;
