package dev.homeport.analytics.acquisition;

/**
 * Where a customer came from.
 *
 * @param channel a name that spend is stated under too
 */
public record Origin(String channel, CostClass costClass) {}
