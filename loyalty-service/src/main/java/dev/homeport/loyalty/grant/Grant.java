package dev.homeport.loyalty.grant;

import dev.homeport.loyalty.fact.GrantFact;
import java.util.UUID;

/**
 * Points that somebody gave.
 *
 * @param customerId whose they are today
 */
public record Grant(GrantFact fact, UUID customerId) {}
