package dev.homeport.analytics.affinity;

import java.util.Optional;

/** A product on an order. */
public record Item(String sku, Optional<String> name, Optional<String> category) {}
