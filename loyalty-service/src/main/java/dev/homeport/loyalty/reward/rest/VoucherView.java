package dev.homeport.loyalty.reward.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.homeport.loyalty.reward.Voucher;
import dev.homeport.loyalty.reward.VoucherCode;
import dev.homeport.platform.id.Ids;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A voucher as callers see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Voucher", description = "A code by which somebody has what a reward gives.")
record VoucherView(
    @Schema(examples = "vou_0193b2f0-6d1c-7c35-9f0e-3a5a0f7c2b41") String id,
    @Schema(examples = "7QKD-XM3P-WV6Z-2HRT") String code,
    @Schema(description = "`valid`, `expired`, `redeemed` or `void`.", examples = "valid")
        String state,
    @Schema(description = "Whose it is today.") String customerId,
    @Schema(examples = "rwd_0193b2f0-6d1c-7c35-9f0e-3a5a0f7c2b41") String rewardId,
    @Schema(examples = "five-off") String rewardKey,
    BenefitDocument benefit,
    @Schema(description = "Which part a partner pays for, as it was when it was had; absent: none.")
        @Nullable FundingDocument funding,
    @Schema(description = "By which it was paid.") String redemptionId,
    Instant createdAt,
    @Schema(description = "It is good before this moment.") Instant validUntil,
    @Schema(description = "The only one where it is good; absent: everywhere.", examples = "DE")
        @Nullable String market,
    @Schema(description = "How often it can be used yet.", examples = "1") int usesLeft,
    @Schema(description = "So far, the first one first.") List<UsageView> usages,
    @Schema(description = "When it was used up or made void; absent before.")
        @Nullable Instant endedAt) {

  /** One use of a voucher. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "VoucherUsage", description = "One use of a voucher.")
  record UsageView(
      Instant usedAt,
      @Schema(description = "For which, if that was said.") @Nullable String orderId,
      @Schema(examples = "basket 4711") @Nullable String reference) {

    static UsageView from(Voucher.Usage usage) {
      UUID order = usage.orderId();
      return new UsageView(
          usage.usedAt(), order == null ? null : Ids.show("ord", order), usage.reference());
    }
  }

  /** For the audit: whoever reads that need not be able to use it. */
  VoucherView withoutCode() {
    return new VoucherView(
        id,
        code.substring(code.length() - 4),
        state,
        customerId,
        rewardId,
        rewardKey,
        benefit,
        funding,
        redemptionId,
        createdAt,
        validUntil,
        market,
        usesLeft,
        usages,
        endedAt);
  }

  static VoucherView from(Voucher voucher, Instant now) {
    return new VoucherView(
        Ids.show("vou", voucher.id()),
        VoucherCode.show(voucher.code()),
        voucher.at(now).slug(),
        Ids.show("cus", voucher.customerId()),
        Ids.show("rwd", voucher.reward().id()),
        voucher.reward().key(),
        BenefitDocument.from(voucher.reward().benefit()),
        FundingDocument.from(voucher.funding()),
        Ids.show("red", voucher.spendId()),
        voucher.createdAt(),
        voucher.validUntil(),
        voucher.market(),
        voucher.usesLeft(),
        voucher.usages().stream().map(UsageView::from).toList(),
        voucher.endedAt());
  }
}
