package dev.homeport.loyalty.spend.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.homeport.loyalty.spend.Spend;
import dev.homeport.loyalty.spend.SpendState;
import dev.homeport.platform.id.Ids;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A redemption as callers see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Redemption", description = "Points that were spent.")
record RedemptionView(
    @Schema(examples = "red_0193b2f0-6d1c-7c35-9f0e-3a5a0f7c2b41") String id,
    @Schema(description = "Whose it is today.") String customerId,
    @Schema(description = "The identity that spent them.") String identityId,
    @Schema(description = "The programme's key.", examples = "points") String programme,
    @Schema(examples = "25") long points,
    @Schema(
            description =
                "How many of them are there again because something of the order came back.",
            examples = "0")
        long returnedPoints,
    @Schema(description = "What they pay for, if that was said.") @Nullable WorthDocument worth,
    @Schema(
            description = "`redeemed`, or `given-back` when the points are there again.",
            examples = "redeemed")
        String state,
    @Nullable String orderId,
    @Schema(examples = "basket 4711") @Nullable String reference,
    Instant createdAt,
    @Schema(description = "When they were there again; absent while they are not.")
        @Nullable Instant endedAt) {

  static boolean shows(Spend spend) {
    return spend.state() == SpendState.REDEEMED || spend.state() == SpendState.GIVEN_BACK;
  }

  static RedemptionView from(Spend spend) {
    UUID order = spend.orderId();
    return new RedemptionView(
        Ids.show("red", spend.id()),
        Ids.show("cus", spend.customerId()),
        Ids.show("idn", spend.spenderId()),
        spend.programme(),
        spend.points(),
        spend.returned(),
        WorthDocument.from(spend.worth()),
        spend.state().slug(),
        order == null ? null : Ids.show("ord", order),
        spend.reference(),
        spend.createdAt(),
        spend.endedAt());
  }
}
