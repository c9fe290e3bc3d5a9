package dev.homeport.gateway.limits;

/**
 * What came of taking one token out of a bucket.
 *
 * @param left tokens that are in it after that
 * @param nanosUntilNext how long until there is one, where there was none
 */
record Draw(boolean granted, long left, long nanosUntilNext) {}
