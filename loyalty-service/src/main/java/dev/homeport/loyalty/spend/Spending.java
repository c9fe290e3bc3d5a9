package dev.homeport.loyalty.spend;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to spend.
 *
 * @param spenderId the identity that spends; null: by which the customer was known first
 * @param programme by its key
 * @param worth what they pay for; null when that was not said
 */
public record Spending(
    UUID customerId,
    @Nullable UUID spenderId,
    String programme,
    long points,
    @Nullable Worth worth,
    @Nullable UUID orderId,
    @Nullable String reference) {}
