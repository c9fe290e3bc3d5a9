package dev.homeport.order.order;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which orders to list; what is null does not restrict.
 *
 * @param customerId whose identities' orders; an identity nobody has assigned is its own customer's
 * @param pending whether only orders without a rate
 * @param from placed at or after
 * @param to placed before
 * @param newestFirst the direction, by placement
 */
public record OrderSearch(
    @Nullable String channel,
    @Nullable String externalId,
    @Nullable UUID identityId,
    @Nullable UUID customerId,
    @Nullable OrderStatus status,
    boolean pending,
    @Nullable Instant from,
    @Nullable Instant to,
    boolean newestFirst) {}
