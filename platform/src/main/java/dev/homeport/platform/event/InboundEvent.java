package dev.homeport.platform.event;

import java.time.Instant;
import java.util.UUID;

/**
 * An event as a listener gets it. It may come twice, and late.
 *
 * @param data the consumer's own record of the fields it needs
 */
public record InboundEvent<T>(
    UUID id, String type, UUID tenant, String key, Instant time, T data) {}
