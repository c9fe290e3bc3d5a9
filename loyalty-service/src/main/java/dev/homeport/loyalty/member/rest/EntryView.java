package dev.homeport.loyalty.member.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.homeport.loyalty.member.MemberEntry;
import dev.homeport.platform.id.Ids;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An entry as callers see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Entry", description = "Points into (positive) or out of (negative) an account.")
record EntryView(
    @Schema(examples = "ent_0193b2f0-7a10-7c35-9f0e-3a5a0f7c2b41") String id,
    @Schema(description = "Entries of one transaction, with the programme's side, sum to zero.")
        String transactionId,
    String identityId,
    @Schema(description = "`available`, `pending`, `held` or `owed`.", examples = "available")
        String account,
    @Schema(examples = "79") long points,
    @Schema(description = "The lot the points belong to; absent for debts.") @Nullable String lotId,
    CauseView cause,
    @Schema(
            description = "By which it was earned; absent where no single rule moved points.",
            examples = "points-per-currency")
        @Nullable String rule,
    @Schema(examples = "1") int programmeVersion,
    @Schema(description = "When the cause came to stand as it does.") Instant effectiveAt,
    Instant postedAt,
    @Schema(examples = "Earns 79: 79.49 EUR at 1 a unit, rounded (floor).") String explanation) {

  static EntryView from(MemberEntry entry) {
    UUID lot = entry.lotId();
    return new EntryView(
        Ids.show("ent", entry.id()),
        Ids.show("txn", entry.transactionId()),
        Ids.show("idn", entry.identityId()),
        entry.account(),
        entry.points(),
        lot == null ? null : Ids.show("lot", lot),
        CauseView.of(entry.causeKind(), entry.causeId(), entry.causeRevision()),
        entry.rule(),
        entry.programmeVersion(),
        entry.effectiveAt(),
        entry.postedAt(),
        entry.explanation());
  }
}
