package dev.homeport.order.order;

import org.jspecify.annotations.Nullable;

/** A postal address. Personal data: passed on, never stored here. */
public record Address(
    @Nullable String name,
    @Nullable String line1,
    @Nullable String line2,
    @Nullable String city,
    @Nullable String region,
    @Nullable String postcode,
    @Nullable String country) {}
