/** Whose data a piece of work may touch, and how PostgreSQL is told so. */
@NullMarked
package dev.homeport.platform.tenant;

import org.jspecify.annotations.NullMarked;
