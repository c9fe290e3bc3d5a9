package dev.homeport.analytics.rfm.rest;

import dev.homeport.analytics.rfm.CutPoints;
import dev.homeport.analytics.rfm.Snapshot;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What parts the scores. */
@Schema(
    name = "RfmCutPoints",
    description =
        "Per measure one value less than there are buckets, lowest first: who is strictly better"
            + " than the first of them has at least score 2, than the second at least 3, and so on."
            + " Empty while nobody has an order that counts.")
record CutPointsView(
    @Schema(examples = "2011-12-10") LocalDate asOf,
    @Schema(description = "Customers who are compared.", examples = "4339") long n,
    @Schema(description = "Days of the last order.", maxItems = 9) List<LocalDate> r,
    @Schema(description = "Numbers of orders.", maxItems = 9) List<Long> f,
    @Schema(description = "Net amounts.", maxItems = 9) List<BigDecimal> m,
    @Schema(description = "Currency of the amounts.", examples = "GBP") Currency currency,
    @Schema(description = "When the customers were looked at.") Instant computedAt) {

  static CutPointsView from(Snapshot snapshot, LocalDate asOf, Currency currency) {
    CutPoints cutPoints = snapshot.cutPoints();
    return new CutPointsView(
        asOf,
        cutPoints.population(),
        cutPoints.recency(),
        cutPoints.frequency(),
        cutPoints.monetary(),
        currency,
        snapshot.computedAt());
  }
}
