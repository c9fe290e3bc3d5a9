package dev.homeport.loyalty.reward;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that members can have for points.
 *
 * @param key names it within its tenant
 * @param programme whose points, by its key
 * @param funding which part a partner pays for; null where none does
 * @param condition over the member, in CEL, which must hold to have it; null: for every member
 * @param validDays how long the voucher is good for
 * @param uses how often one voucher can be used
 * @param stock how often it can be had in all; null for no limit
 * @param taken how often it has been had
 * @param perMember how often one member can have it; null for no limit
 * @param withdrawnAt from when on nobody can have it any more; null while it is offered
 */
public record Reward(
    UUID id,
    String key,
    String name,
    String programme,
    Price price,
    Benefit benefit,
    @Nullable Funding funding,
    @Nullable String condition,
    int validDays,
    int uses,
    @Nullable Long stock,
    long taken,
    @Nullable Integer perMember,
    Instant createdAt,
    @Nullable Instant withdrawnAt) {}
