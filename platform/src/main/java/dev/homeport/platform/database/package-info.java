/** Set-based SQL in few words: columns in, rows out. */
@NullMarked
package dev.homeport.platform.database;

import org.jspecify.annotations.NullMarked;
