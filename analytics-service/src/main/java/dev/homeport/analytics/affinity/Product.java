package dev.homeport.analytics.affinity;

import java.time.Instant;

/**
 * A product that was bought.
 *
 * @param item as the latest order names it
 * @param orders how many have it
 * @param lastSold when it was ordered last
 */
public record Product(Item item, int orders, Instant lastSold) {}
