package dev.homeport.analytics.points;

import java.util.Optional;

/**
 * A tier and who is in it.
 *
 * @param name for people; empty: those who have earned points and are in none
 */
public record TierSize(String programme, Optional<String> name, long members) {}
