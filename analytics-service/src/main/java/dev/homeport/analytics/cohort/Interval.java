package dev.homeport.analytics.cohort;

/**
 * Orders that are alike in how long it took until the next one.
 *
 * @param first whether they were the first ones of their customers
 * @param happened whether there was a next one
 * @param days whole days until the next one, or of waiting for it
 * @param count how many orders
 */
public record Interval(boolean first, boolean happened, long days, long count) {}
