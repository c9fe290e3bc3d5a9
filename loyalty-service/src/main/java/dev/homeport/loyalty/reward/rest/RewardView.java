package dev.homeport.loyalty.reward.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.homeport.loyalty.reward.Price;
import dev.homeport.loyalty.reward.Reward;
import dev.homeport.platform.id.Ids;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A reward as callers see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Reward", description = "Something that members can have for points.")
record RewardView(
    @Schema(examples = "rwd_0193b2f0-6d1c-7c35-9f0e-3a5a0f7c2b41") String id,
    @Schema(examples = "five-off") String key,
    @Schema(examples = "5 EUR off") String name,
    @Schema(description = "The key of the programme whose points it costs.", examples = "points")
        String programme,
    @Schema(
            description = "What it costs everywhere; absent where there are `prices`.",
            examples = "500")
        @Nullable Long points,
    @Schema(description = "What it costs by market; absent where that is the same everywhere.")
        @Nullable List<PriceDocument> prices,
    BenefitDocument benefit,
    @Schema(description = "Which part a partner pays for; absent: none.")
        @Nullable FundingDocument funding,
    @Schema(
            description = "Who may have it; absent: every member.",
            examples = "member.tier == 'gold'")
        @Nullable String when,
    @Schema(description = "For how many days a voucher is good.", examples = "90") int validDays,
    @Schema(description = "How often one voucher can be used.", examples = "1") int uses,
    @Schema(description = "How often it can be had in all; absent: no limit.", examples = "1000")
        @Nullable Long stock,
    @Schema(description = "How many are left; absent: no limit.", examples = "997")
        @Nullable Long left,
    @Schema(description = "How often one member can have it; absent: no limit.", examples = "1")
        @Nullable Integer perMember,
    Instant createdAt,
    @Schema(description = "From when on it is no longer offered; absent while it is.")
        @Nullable Instant withdrawnAt) {

  static RewardView from(Reward reward) {
    Long stock = reward.stock();
    return new RewardView(
        Ids.show("rwd", reward.id()),
        reward.key(),
        reward.name(),
        reward.programme(),
        reward.price() instanceof Price.Everywhere(long points) ? points : null,
        reward.price() instanceof Price.ByMarket prices ? PriceDocument.from(prices) : null,
        BenefitDocument.from(reward.benefit()),
        FundingDocument.from(reward.funding()),
        reward.condition(),
        reward.validDays(),
        reward.uses(),
        stock,
        stock == null ? null : Long.valueOf(stock - reward.taken()),
        reward.perMember(),
        reward.createdAt(),
        reward.withdrawnAt());
  }
}
