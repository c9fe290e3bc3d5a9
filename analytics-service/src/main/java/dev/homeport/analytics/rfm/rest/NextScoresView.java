package dev.homeport.analytics.rfm.rest;

import dev.homeport.analytics.rfm.Measures;
import dev.homeport.analytics.rfm.NextScore;
import dev.homeport.analytics.rfm.NextScores;
import dev.homeport.platform.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What lies between a customer and the next higher scores. */
@Schema(
    name = "RfmNextScores",
    description = "What leads to a higher score while the others stay as they are.")
record NextScoresView(
    @Schema(description = "Absent at the best score.") Optional<Recency> r,
    @Schema(description = "Absent at the best score.") Optional<Frequency> f,
    @Schema(description = "Absent at the best score.") Optional<Monetary> m) {

  /** A later order. */
  @Schema(name = "RfmNextRecency")
  record Recency(
      @Schema(description = "The score that is reached.", examples = "5") int score,
      @Schema(description = "By an order on this day or later.", examples = "2011-11-28")
          LocalDate orderOn) {}

  /** More orders. */
  @Schema(name = "RfmNextFrequency")
  record Frequency(
      @Schema(description = "The score that is reached.", examples = "5") int score,
      @Schema(description = "By so many more orders.", examples = "1") long moreOrders) {}

  /** More money. */
  @Schema(name = "RfmNextMonetary")
  record Monetary(
      @Schema(description = "The score that is reached.", examples = "5") int score,
      @Schema(description = "By a net amount above this.") Money above,
      @Schema(description = "By spending more than this; nothing means anything more.")
          Money moreThan) {}

  static NextScoresView from(NextScores next, Measures measures, Currency currency) {
    return new NextScoresView(
        next.recency().map(step -> new Recency(step.score(), step.above().plusDays(1))),
        next.frequency()
            .map(step -> new Frequency(step.score(), step.above() + 1 - measures.frequency())),
        next.monetary().map(step -> monetary(step, measures, currency)));
  }

  private static Monetary monetary(
      NextScore<BigDecimal> step, Measures measures, Currency currency) {
    return new Monetary(
        step.score(),
        new Money(step.above(), currency),
        new Money(step.above().subtract(measures.monetary()), currency));
  }
}
