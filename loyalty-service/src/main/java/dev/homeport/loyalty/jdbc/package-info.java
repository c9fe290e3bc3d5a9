/** Set-based SQL in few words: columns in, rows out. */
@NullMarked
package dev.homeport.loyalty.jdbc;

import org.jspecify.annotations.NullMarked;
