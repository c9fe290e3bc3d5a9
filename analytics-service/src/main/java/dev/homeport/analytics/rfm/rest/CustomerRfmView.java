package dev.homeport.analytics.rfm.rest;

import dev.homeport.analytics.rfm.Grid;
import dev.homeport.analytics.rfm.Measures;
import dev.homeport.analytics.rfm.Scores;
import dev.homeport.analytics.rfm.Snapshot;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.money.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a customer stands. */
@Schema(name = "CustomerRfm")
record CustomerRfmView(
    @Schema(examples = "cus_01928c5e-6f50-7000-8000-000000000001") String customerId,
    @Schema(description = "The day that was asked for, or today.", examples = "2011-12-10")
        LocalDate asOf,
    Values values,
    ScoresView scores,
    GroupView group,
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

  /** From 1, the worst, to 5. */
  @Schema(name = "RfmScores")
  record ScoresView(
      @Schema(description = "Recency.", minimum = "1", maximum = "5", examples = "5") int r,
      @Schema(description = "Frequency.", minimum = "1", maximum = "5", examples = "5") int f,
      @Schema(description = "Monetary value.", minimum = "1", maximum = "5", examples = "5") int m,
      @Schema(description = "(F + M + 1) div 2.", minimum = "1", maximum = "5", examples = "5")
          int fm) {

    static ScoresView from(Scores scores) {
      return new ScoresView(scores.r(), scores.f(), scores.m(), scores.fm());
    }
  }

  static CustomerRfmView from(
      UUID customer,
      LocalDate asOf,
      Measures measures,
      Snapshot snapshot,
      Grid grid,
      Currency currency) {
    Scores scores = snapshot.cutPoints().scores(measures);
    return new CustomerRfmView(
        Ids.show("cus", customer),
        asOf,
        values(measures, asOf, currency),
        ScoresView.from(scores),
        GroupView.from(grid.group(scores)),
        CutPointsView.from(snapshot, asOf, currency),
        NextScoresView.from(snapshot.cutPoints().next(measures), measures, currency));
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
