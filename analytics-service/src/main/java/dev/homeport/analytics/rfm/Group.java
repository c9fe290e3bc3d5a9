package dev.homeport.analytics.rfm;

/**
 * A group of customers of similar standing.
 *
 * @param key for programs, in kebab case
 * @param name for people
 */
public record Group(String key, String name) {}
