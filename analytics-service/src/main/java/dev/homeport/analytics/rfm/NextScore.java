package dev.homeport.analytics.rfm;

/**
 * The next higher score of a measure.
 *
 * @param score what is reached
 * @param above the value that must be exceeded
 */
public record NextScore<T>(int score, T above) {}
