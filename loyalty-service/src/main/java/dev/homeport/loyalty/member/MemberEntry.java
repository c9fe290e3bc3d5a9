package dev.homeport.loyalty.member;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An entry of a member's account, with the transaction that it belongs to. */
public record MemberEntry(
    UUID id,
    UUID transactionId,
    UUID identityId,
    String account,
    long points,
    @Nullable UUID lotId,
    String causeKind,
    UUID causeId,
    long causeRevision,
    @Nullable String rule,
    int programmeVersion,
    Instant effectiveAt,
    Instant postedAt,
    String explanation) {}
