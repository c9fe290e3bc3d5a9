package dev.homeport.loyalty.liability.rest;

import dev.homeport.loyalty.liability.PointsOutstanding;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Points outstanding as callers see them. */
@Schema(name = "Liability", description = "What all members hold together, in points.")
record LiabilityView(
    @Schema(description = "The programme's key.", examples = "points") String programme,
    @Schema(
            description =
                "Points outstanding: what the members above zero hold, usable, pending or held.",
            examples = "31842")
        long outstanding,
    @Schema(description = "Members above zero.", examples = "412") long holders,
    @Schema(
            description = "What the members below zero are short of, as a positive number.",
            examples = "27")
        long overdrawn,
    @Schema(description = "Members below zero.", examples = "1") long overdrawers,
    @Schema(
            description = "Outstanding less overdrawn: what the members' accounts sum to.",
            examples = "31815")
        long balance) {

  static LiabilityView from(PointsOutstanding points, String programme) {
    return new LiabilityView(
        programme,
        points.points(),
        points.holders(),
        points.overdrawn(),
        points.overdrawers(),
        points.balance());
  }
}
