package dev.homeport.loyalty.activity.rest;

import dev.homeport.loyalty.activity.Activity;
import dev.homeport.loyalty.fact.ActivityFact;
import dev.homeport.loyalty.rating.Explanation;
import dev.homeport.platform.id.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An activity as callers see it. */
@Schema(name = "Activity", description = "Something that a member did, and what it gives.")
record ActivityView(
    @Schema(examples = "act_0193b2f0-6d1c-7c35-9f0e-3a5a0f7c2b41") String id,
    @Schema(description = "Whose it is today.") String customerId,
    @Schema(examples = "review") String type,
    Instant happenedAt,
    @Schema(description = "Whether it no longer counts.", examples = "false") boolean withdrawn,
    @Schema(description = "What it gives in each programme.") List<Given> ratings) {

  /** What an activity gives in one programme. */
  @Schema(name = "ActivityRating", description = "What an activity gives in one programme.")
  record Given(
      @Schema(description = "The programme's key.", examples = "points") String programme,
      @Schema(examples = "20") long points,
      @Schema(
              description =
                  "`earned`, or why it gives nothing: `no-rule`, `withdrawn`, `before-start`,"
                      + " `after-end`, or the reason of the first rule.",
              examples = "earned")
          String outcome,
      @Schema(examples = "Earns 20: 1 at 20 a unit, rounded (floor).") String explanation) {

    static Given from(Explanation explanation) {
      return new Given(
          explanation.programme(),
          explanation.points(),
          explanation.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'),
          explanation.text());
    }
  }

  static ActivityView from(Activity activity) {
    ActivityFact fact = activity.fact();
    return new ActivityView(
        Ids.show("act", fact.id()),
        Ids.show("cus", activity.customerId()),
        fact.type(),
        fact.happenedAt(),
        fact.withdrawn(),
        activity.ratings().stream().map(Given::from).toList());
  }
}
