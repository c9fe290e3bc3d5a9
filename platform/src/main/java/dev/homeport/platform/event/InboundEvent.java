package dev.homeport.platform.event;

import java.time.Instant;
import java.util.UUID;

/**
 * An event as a listener gets it. It may come twice, and late.
 *
 * @param source the CloudEvents source: who recorded it
 * @param subject what it is about
 * @param data the consumer's own record of the fields it needs
 */
public record InboundEvent<T>(
    UUID id,
    String source,
    String type,
    UUID tenant,
    String key,
    String subject,
    Instant time,
    T data) {}
