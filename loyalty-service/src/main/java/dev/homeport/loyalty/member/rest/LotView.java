package dev.homeport.loyalty.member.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.homeport.loyalty.member.MemberLot;
import dev.homeport.platform.id.Ids;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A lot as callers see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Lot", description = "Points of one award, used and expiring together.")
record LotView(
    @Schema(examples = "lot_0193b2f0-7a10-7c35-9f0e-3a5a0f7c2b41") String id,
    String identityId,
    @Schema(description = "The order that earned them.") @Nullable String orderId,
    @Schema(description = "The activity that did, where it was none.") @Nullable String activityId,
    @Schema(examples = "points-per-currency") String rule,
    @Schema(description = "The award as the order now stands.", examples = "79") long size,
    @Schema(examples = "27") long used,
    @Schema(description = "Not used in time.", examples = "0") long expired,
    @Schema(description = "Size less use and expiry.", examples = "52") long remaining,
    @Schema(description = "Whether they cannot be used yet.", examples = "false") boolean pending,
    @Schema(
            description =
                "For points that wait for something: the moment at which they lapse without it.")
        Instant usableFrom,
    @Schema(description = "Absent when the points never expire.") @Nullable Instant expiresAt) {

  static LotView from(MemberLot lot) {
    return new LotView(
        Ids.show("lot", lot.id()),
        Ids.show("idn", lot.identityId()),
        lot.causeKind().equals("order") ? Ids.show("ord", lot.causeId()) : null,
        lot.causeKind().equals("activity") ? Ids.show("act", lot.causeId()) : null,
        lot.rule(),
        lot.size(),
        lot.used(),
        lot.expired(),
        lot.size() - lot.used() - lot.expired(),
        lot.waits(),
        lot.usableFrom(),
        lot.expiresAt());
  }
}
