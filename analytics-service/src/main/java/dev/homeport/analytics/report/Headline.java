package dev.homeport.analytics.report;

/**
 * A figure that is seen first.
 *
 * @param label what it is
 * @param note what it is to be compared with, or how it is meant
 */
public record Headline(String label, Figure figure, Sentence note) {}
