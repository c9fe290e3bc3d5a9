package dev.homeport.analytics.report;

/**
 * Something to do.
 *
 * @param title as an order, in a few words
 * @param reason who these customers are, and why
 * @param customers how many of them there are
 * @param net what they have brought so far
 */
public record Action(String title, Sentence reason, Figure customers, Figure net) {}
