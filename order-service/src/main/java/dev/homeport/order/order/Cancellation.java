package dev.homeport.order.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** That an order was called off, recorded by a call. */
public record Cancellation(Instant cancelledAt, @Nullable String reason) {}
