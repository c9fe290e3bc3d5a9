/**
 * Events are written in the transaction of the fact they tell, sent right after the commit, and
 * kept until the broker has them.
 */
@NullMarked
package dev.homeport.platform.outbox;

import org.jspecify.annotations.NullMarked;
