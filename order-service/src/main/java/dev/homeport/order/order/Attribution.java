package dev.homeport.order.order;

import org.jspecify.annotations.Nullable;

/** Where an order came from, as the source knows it. */
public record Attribution(
    @Nullable String source,
    @Nullable String medium,
    @Nullable String campaign,
    @Nullable String partnerId,
    @Nullable String coupon,
    @Nullable String referralCode,
    @Nullable CostClass costClass) {}
