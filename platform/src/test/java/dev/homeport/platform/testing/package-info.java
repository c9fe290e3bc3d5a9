/** What the tests of all services stand on: a real PostgreSQL, a real broker, real tokens. */
@NullMarked
package dev.homeport.platform.testing;

import org.jspecify.annotations.NullMarked;
