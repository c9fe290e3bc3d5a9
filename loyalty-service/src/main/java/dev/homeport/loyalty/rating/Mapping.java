package dev.homeport.loyalty.rating;

import java.time.Instant;
import java.util.UUID;

/**
 * An identity came to a customer. Before the first time each is a customer of its own.
 *
 * @param since from when on
 */
public record Mapping(UUID identityId, UUID customerId, Instant since) {}
