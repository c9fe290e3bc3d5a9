package dev.homeport.loyalty.rating.rest;

import dev.homeport.loyalty.rating.Explanation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A cap and what it let through. */
@Schema(name = "RatingCap", description = "A cap and what it let through.")
record CapView(
    @Schema(description = "`order`, `day`, `week`, `month` or `lifetime`.", examples = "month")
        String per,
    @Schema(examples = "1000") long limit,
    @Schema(description = "`truncate` or `reject`.", examples = "truncate") String over,
    @Schema(description = "Given in this time before.", examples = "960") long used,
    @Schema(description = "What would have been given.", examples = "79") long asked,
    @Schema(description = "What was given.", examples = "40") long given) {

  static CapView from(Explanation.Capped cap) {
    return new CapView(
        RatingView.kebab(cap.per()),
        cap.limit(),
        RatingView.kebab(cap.over()),
        cap.used(),
        cap.asked(),
        cap.given());
  }
}
