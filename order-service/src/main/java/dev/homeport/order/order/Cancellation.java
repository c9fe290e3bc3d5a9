package dev.homeport.order.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Since when an order is called off, and why if a step said so. */
public record Cancellation(Instant cancelledAt, @Nullable String reason) {}
