package dev.homeport.loyalty.member.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.homeport.loyalty.member.Member;
import dev.homeport.loyalty.programme.OverdraftFloor;
import dev.homeport.platform.id.Ids;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A member as callers see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Member")
record MemberView(
    @Schema(examples = "cus_6f1c1d1e-2f5b-8a61-9d55-1b0f3d6a7c11") String customerId,
    @Schema(description = "The programme's key.", examples = "points") String programme,
    Balance balance,
    Lifetime lifetime,
    @Schema(description = "Lots of which something is left.", examples = "2") long openLots,
    @Nullable Expiry nextExpiry,
    @Schema(description = "The last posting; absent before the first.")
        @Nullable Instant updatedAt) {

  /** Points by what can be done with them. */
  @Schema(name = "MemberBalance", description = "Points by what can be done with them.")
  record Balance(
      @Schema(
              description = "Usable; negative only as far as the programme's floor allows.",
              examples = "79")
          long available,
      @Schema(description = "Given, not yet usable.", examples = "0") long pending,
      @Schema(description = "Set aside for redemptions.", examples = "0") long held,
      @Schema(
              description = "Taken back beyond the floor; new points repay it first.",
              examples = "0")
          long owed) {}

  /** What came and went, as orders and returns now stand. */
  @Schema(name = "MemberLifetime", description = "Sums over orders and returns as they now stand.")
  record Lifetime(
      @Schema(description = "Earned by orders, net of their returns.", examples = "106")
          long earned,
      @Schema(description = "Taken back by returns without an order.", examples = "27")
          long clawedBack,
      @Schema(description = "Not used in time.", examples = "0") long expired,
      @Schema(description = "Spent, and not given back.", examples = "0") long redeemed) {}

  /** The soonest expiry. */
  @Schema(name = "MemberExpiry", description = "The soonest expiry; absent when nothing expires.")
  record Expiry(Instant at, @Schema(examples = "40") long points) {}

  /** The programme in which members are read, and how far below zero they may go in it now. */
  record Reading(String programme, OverdraftFloor floor) {}

  static MemberView from(Member member, Reading reading) {
    Instant expiry = member.nextExpiry();
    return new MemberView(
        Ids.show("cus", member.customerId()),
        reading.programme(),
        new Balance(
            member.available(reading.floor()),
            member.pending(),
            member.held(),
            member.owed(reading.floor())),
        new Lifetime(member.earned(), member.clawedBack(), member.expired(), member.redeemed()),
        member.openLots(),
        expiry == null ? null : new Expiry(expiry, member.nextExpiryPoints()),
        member.updatedAt());
  }
}
