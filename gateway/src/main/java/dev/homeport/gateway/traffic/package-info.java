/**
 * Which requests matter more than others, how long they may take, and how many may be on the way.
 */
@NullMarked
package dev.homeport.gateway.traffic;

import org.jspecify.annotations.NullMarked;
