/** Set-based SQL in few words: columns in, rows out. */
@NullMarked
package dev.homeport.order.jdbc;

import org.jspecify.annotations.NullMarked;
