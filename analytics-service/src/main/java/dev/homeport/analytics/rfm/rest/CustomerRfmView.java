package dev.homeport.analytics.rfm.rest;

import dev.homeport.analytics.rfm.CustomerMeasures.Placed;
import dev.homeport.analytics.rfm.CustomerMeasures.Written;
import dev.homeport.analytics.rfm.Grid;
import dev.homeport.analytics.rfm.Group;
import dev.homeport.analytics.rfm.Measures;
import dev.homeport.analytics.rfm.Scores;
import dev.homeport.analytics.rfm.Snapshot;
import dev.homeport.analytics.rfm.rest.Viewpoints.Viewpoint;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a customer stands. */
@Schema(name = "CustomerRfm")
record CustomerRfmView(
    @Schema(examples = "cus_01928c5e-6f50-7000-8000-000000000001") String customerId,
    @Schema(description = "The day that was asked for, or today.", examples = "2011-12-10")
        LocalDate asOf,
    @Schema(description = "By which scoring.", examples = "default") String scoring,
    Values values,
    ScoresView scores,
    GroupView group,
    @Schema(
            description =
                "Since when the customer is in this group; absent for a past day, and for the seconds"
                    + " until others are told of a new group.")
        Optional<Instant> since,
    @Schema(description = "The group before; absent with the first one and for a past day.")
        Optional<GroupView> previousGroup,
    CutPointsView cutPoints,
    NextScoresView next) {

  /** What the customer did. */
  @Schema(name = "RfmValues")
  record Values(
      @Schema(description = "Whole days from the last order; 0 on its day.", examples = "3")
          long recencyDays,
      @Schema(examples = "2011-12-07") LocalDate lastOrderDay,
      @Schema(description = "Orders, without cancelled and fully returned ones.", examples = "7")
          long frequency,
      @Schema(description = "Orders less returns, in the reporting currency.") Money monetary) {}

  /** From 1, the worst, to the number of buckets of the scoring. */
  @Schema(name = "RfmScores")
  record ScoresView(
      @Schema(description = "Recency.", minimum = "1", maximum = "10", examples = "5") int r,
      @Schema(description = "Frequency.", minimum = "1", maximum = "10", examples = "5") int f,
      @Schema(description = "Monetary value.", minimum = "1", maximum = "10", examples = "5") int m,
      @Schema(description = "(F + M + 1) div 2.", minimum = "1", maximum = "10", examples = "5")
          int fm) {

    static ScoresView from(Scores scores) {
      return new ScoresView(scores.r(), scores.f(), scores.m(), scores.fm());
    }
  }

  static CustomerRfmView from(
      UUID customer, Viewpoint viewpoint, Placed placed, Snapshot snapshot) {
    Grid grid = viewpoint.scheme().grid();
    Measures measures = placed.measures();
    Scores scores = snapshot.cutPoints().scores(measures);
    Group group = grid.group(scores);
    // What was written may be a moment older than what is seen.
    Optional<Written> same = placed.written().filter(w -> w.group().equals(key(group)));
    return new CustomerRfmView(
        Ids.show("cus", customer),
        viewpoint.asOf(),
        viewpoint.scheme().scoring().key(),
        values(measures, viewpoint.asOf(), viewpoint.currency()),
        ScoresView.from(scores),
        GroupView.from(group),
        same.map(Written::since),
        (same.isPresent()
                ? same.flatMap(Written::previous)
                : placed.written().flatMap(Written::group))
            .map(key -> new GroupView(key, grid.name(key).orElse(key))),
        CutPointsView.from(snapshot, viewpoint.asOf(), viewpoint.currency()),
        NextScoresView.from(snapshot.cutPoints().next(measures), measures, viewpoint.currency()));
  }

  private static Optional<String> key(Group group) {
    return Optional.of(group.key());
  }

  /** An order that a source has dated into the future is as recent as one of today. */
  private static Values values(Measures measures, LocalDate asOf, Currency currency) {
    return new Values(
        Math.max(0, ChronoUnit.DAYS.between(measures.lastOrderDay(), asOf)),
        measures.lastOrderDay(),
        measures.frequency(),
        new Money(measures.monetary(), currency));
  }
}
