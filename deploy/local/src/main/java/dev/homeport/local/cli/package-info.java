/** The commands behind {@code deploy/local/up}, {@code down} and {@code status}. */
@NullMarked
package dev.homeport.local.cli;

import org.jspecify.annotations.NullMarked;
