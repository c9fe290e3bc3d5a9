/**
 * Work that outlives its request: durable when it is accepted, run by any replica, resumed from its
 * checkpoint after a crash without repeating an effect.
 */
@NullMarked
package dev.homeport.platform.job;

import org.jspecify.annotations.NullMarked;
