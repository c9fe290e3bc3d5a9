package dev.homeport.loyalty.migration.rest;

import dev.homeport.loyalty.fact.MigrationFact;
import dev.homeport.loyalty.migration.Brought;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.id.KeyedIds;
import dev.homeport.platform.money.Decimal;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A member of another system, with what is to be taken over. */
@Schema(
    name = "MemberDocument",
    description =
        "A member of another system: named by channel and external id, or by customer; with points,"
            + " a tier, or both.")
record MemberDocument(
    @Schema(description = "Where the buyer buys; with `externalId`.", examples = "shop")
        @Size(min = 1, max = 64)
        @Nullable String channel,
    @Schema(description = "The buyer's id there.", examples = "buyer-1001")
        @Size(min = 1, max = 200)
        @Nullable String externalId,
    @Schema(
            description = "Instead of both, a customer of whom an identity is known.",
            examples = "cus_6f1c1d1e-2f5b-8a61-9d55-1b0f3d6a7c11")
        @Size(max = 40)
        @Nullable String customerId,
    @Schema(description = "By its key. Absent: the oldest.", examples = "points")
        @Size(min = 1, max = 40)
        @Nullable String programme,
    @Schema(description = "Points that are there, by their expiry. Absent: none.") @Size(max = 200)
        @Nullable List<@NotNull @Valid LotDocument> lots,
    @Schema(description = "Absent: none.") @Valid @Nullable TierDocument tier) {

  static final String EXAMPLE =
      """
      {"channel": "shop", "externalId": "buyer-1001", "lots": [{"points": 1200, "expiresAt":\
       "2027-12-31T23:00:00Z"}, {"points": 80}], "tier": {"key": "silver", "since":\
       "2026-02-01T00:00:00Z", "progress": "640"}}""";

  /** Points that expire together. */
  @Schema(name = "MemberLotDocument", description = "Points that expire together.")
  record LotDocument(
      @Schema(examples = "1200") @Min(1) @Max(1_000_000_000_000L) long points,
      @Schema(description = "When they can be used. Absent, or past: at once.")
          @Nullable Instant usableFrom,
      @Schema(
              description =
                  "When they expire, in the future. Absent: as points that the programme gives"
                      + " now.")
          @Nullable Instant expiresAt) {}

  /** A tier that was reached elsewhere. */
  @Schema(name = "MemberTierDocument", description = "A tier that was reached elsewhere.")
  record TierDocument(
      @Schema(description = "A tier of the programme.", examples = "silver")
          @NotNull
          @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,39}")
          @Size(max = 40)
          String key,
      @Schema(description = "Not in the future.") @NotNull Instant since,
      @Schema(
              description =
                  "When it is looked at again, in the future. Absent: as if it had been reached"
                      + " now.")
          @Nullable Instant until,
      @Schema(
              implementation = String.class,
              pattern = Decimal.PATTERN,
              description =
                  "What counts towards tiers already: points, spend or orders, whatever the"
                      + " programme counts. Absent: 0.",
              examples = "640")
          @Nullable BigDecimal progress) {}

  /**
   * What it brings.
   *
   * @throws Problem 422 when nobody is named, or twice
   */
  Brought brought(UUID tenant, KeyedIds keyedIds) {
    List<LotDocument> given = Objects.requireNonNullElse(lots, List.of());
    return new Brought(
        who(tenant, keyedIds),
        programme,
        given.stream()
            .map(lot -> new MigrationFact.Points(lot.points(), lot.usableFrom(), lot.expiresAt()))
            .toList(),
        tier == null
            ? null
            : new MigrationFact.Tier(
                tier.key(),
                tier.since(),
                tier.until(),
                Objects.requireNonNullElse(tier.progress(), BigDecimal.ZERO)));
  }

  private Brought.Who who(UUID tenant, KeyedIds keyedIds) {
    if (customerId != null && channel == null && externalId == null) {
      return new Brought.Who.Customer(Ids.read("cus", customerId));
    }
    if (customerId != null || channel == null || externalId == null) {
      throw Problem.of(CommonProblem.VALIDATION_FAILED)
          .at("/customerId", "or channel and externalId name the member, one of the two");
    }
    return new Brought.Who.Buyer(keyedIds.identity(tenant, channel, externalId));
  }
}
