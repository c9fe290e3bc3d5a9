package dev.homeport.analytics.rfm;

/**
 * A setting as it is kept.
 *
 * @param version rises with every change, from 1 on
 */
public record Versioned<T>(T value, long version) {}
