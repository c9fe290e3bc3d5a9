package dev.homeport.analytics.fact;

/**
 * Where something was bought or returned.
 *
 * @param channel the storefront or marketplace account
 * @param market the market that the channel serves
 * @param country ISO 3166 alpha-2, a user-assigned code, EU or UK
 */
public record Origin(String channel, String market, String country, Attribution attribution) {}
