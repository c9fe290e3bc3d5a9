package dev.homeport.loyalty.member;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A lot of a member's points. */
public record MemberLot(
    UUID id,
    UUID identityId,
    String causeKind,
    UUID causeId,
    String rule,
    long size,
    long used,
    long expired,
    boolean waits,
    Instant usableFrom,
    @Nullable Instant expiresAt) {}
