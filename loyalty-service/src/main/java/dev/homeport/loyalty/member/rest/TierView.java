package dev.homeport.loyalty.member.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.homeport.loyalty.rating.TierStanding;
import dev.homeport.platform.id.Ids;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where a member stands. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "MemberTier", description = "Where a member stands; bare without tiers.")
record TierView(
    @Schema(examples = "cus_6f1c1d1e-2f5b-8a61-9d55-1b0f3d6a7c11") String customerId,
    @Schema(examples = "club") String programme,
    @Schema(description = "Absent below the first tier.", examples = "silver")
        @Nullable String tier,
    @Schema(description = "When it was reached.") @Nullable Instant since,
    @Schema(description = "When it is looked at again, or its grace ends; absent: it stays.")
        @Nullable Instant until,
    @Schema(description = "What has been reached in the time that counts.", examples = "700")
        @Nullable String reached,
    @Schema(description = "The next higher tier; absent on the highest.", examples = "gold")
        @Nullable String next,
    @Schema(description = "What is missing to the next higher tier.", examples = "1300")
        @Nullable String missingToRise,
    @Schema(description = "What is missing to reach the present tier again.", examples = "0")
        @Nullable String missingToStay,
    @Schema(
            description = "The tier after the next look if nothing more happens; absent: none.",
            examples = "silver")
        @Nullable String projected) {

  static TierView from(UUID customerId, String programme, Optional<TierStanding> standing) {
    return new TierView(
        Ids.show("cus", customerId),
        programme,
        standing.map(TierStanding::tier).filter(tier -> !tier.isEmpty()).orElse(null),
        standing.map(TierStanding::since).orElse(null),
        standing.map(TierStanding::until).orElse(null),
        standing.map(one -> one.value().toPlainString()).orElse(null),
        standing.map(TierStanding::next).filter(tier -> !tier.isEmpty()).orElse(null),
        standing.map(one -> one.toRise().toPlainString()).orElse(null),
        standing.map(one -> one.toStay().toPlainString()).orElse(null),
        standing.map(TierStanding::projected).filter(tier -> !tier.isEmpty()).orElse(null));
  }
}
