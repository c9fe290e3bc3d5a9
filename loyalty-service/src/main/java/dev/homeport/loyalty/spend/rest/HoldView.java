package dev.homeport.loyalty.spend.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.homeport.loyalty.spend.Spend;
import dev.homeport.loyalty.spend.SpendState;
import dev.homeport.platform.id.Ids;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A hold as callers see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Hold", description = "Points that are, or were, set aside.")
record HoldView(
    @Schema(examples = "hld_0193b2f0-6d1c-7c35-9f0e-3a5a0f7c2b41") String id,
    @Schema(description = "Whose it is today.") String customerId,
    @Schema(description = "The identity that spends.") String identityId,
    @Schema(description = "The programme's key.", examples = "points") String programme,
    @Schema(examples = "25") long points,
    @Schema(
            description =
                "How many of them are there again because something of the order came back.",
            examples = "0")
        long returnedPoints,
    @Schema(description = "What they pay for, if that was said.") @Nullable WorthDocument worth,
    @Schema(
            description =
                "`held`; `captured`, when they are spent; `released`; or `expired`, when neither"
                    + " happened in time.",
            examples = "held")
        String state,
    @Schema(description = "What became of it when it was captured.") @Nullable String redemptionId,
    @Nullable String orderId,
    @Schema(examples = "basket 4711") @Nullable String reference,
    Instant createdAt,
    @Schema(description = "Until when they are set aside at most.") @Nullable Instant expiresAt,
    @Schema(description = "When they were there again; absent while they are not.")
        @Nullable Instant endedAt) {

  static HoldView from(Spend spend) {
    UUID order = spend.orderId();
    boolean captured =
        spend.state() == SpendState.REDEEMED || spend.state() == SpendState.GIVEN_BACK;
    return new HoldView(
        Ids.show("hld", spend.id()),
        Ids.show("cus", spend.customerId()),
        Ids.show("idn", spend.spenderId()),
        spend.programme(),
        spend.points(),
        spend.returned(),
        WorthDocument.from(spend.worth()),
        captured ? "captured" : spend.state().slug(),
        captured ? Ids.show("red", spend.id()) : null,
        order == null ? null : Ids.show("ord", order),
        spend.reference(),
        spend.createdAt(),
        spend.expiresAt(),
        spend.endedAt());
  }
}
