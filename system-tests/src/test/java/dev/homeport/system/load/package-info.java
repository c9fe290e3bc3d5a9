/**
 * How fast the suite is: measurements of the packaged services, each beside a raw limit of the same
 * run on the same machine. {@code docs/performance.md} says how to run them and read them.
 */
@NullMarked
package dev.homeport.system.load;

import org.jspecify.annotations.NullMarked;
