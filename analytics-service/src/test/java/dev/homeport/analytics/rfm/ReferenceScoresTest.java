package dev.homeport.analytics.rfm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.analytics.ReferenceData;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every customer of two real shops against scores computed independently. */
class ReferenceScoresTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ref/online_retail_rfm.csv.gz |2011-12-10|598,829,499,31,87,183,354,584,73,768,333|8310477.054",
        "ref/cdnow_sample_rfm.csv.gz|1998-07-01|434,430,144,0,0,76,320,168,10,598,177|244091.940"
      })
  void all_scores_and_groups_are_those_of_the_reference(
      String file, LocalDate asOf, String counts, BigDecimal net) {
    List<Map<String, String>> rows = ReferenceData.rows(file);
    List<Measures> customers = rows.stream().map(row -> measures(row, asOf)).toList();

    Snapshot snapshot = Snapshot.of(Populations.of(customers), 5, Instant.EPOCH);

    Grid grid = ShippedGrid.grid25();
    Grid code = ShippedGrid.of("code125");
    Grid byFrequency = ShippedGrid.of("rf10");
    for (int i = 0; i < rows.size(); i++) {
      Map<String, String> row = rows.get(i);
      Scores scores = snapshot.cutPoints().scores(customers.get(i));
      assertThat(
              List.of(
                  scores.r(),
                  scores.f(),
                  scores.m(),
                  scores.fm(),
                  grid.group(scores).name(),
                  code.group(scores).name(),
                  byFrequency.group(scores).name()))
          .as(row.get("customer_id"))
          .isEqualTo(
              List.of(
                  Integer.valueOf(row.get("R")),
                  Integer.valueOf(row.get("F")),
                  Integer.valueOf(row.get("M")),
                  Integer.valueOf(row.get("FM")),
                  row.get("segment_grid25"),
                  row.get("segment_code125"),
                  row.get("segment_rf10")));
    }
    GridTotals totals = GridTotals.of(grid, snapshot.cells());
    assertThat(totals.groups().values().stream().map(total -> "" + total.customers()))
        .containsExactly(counts.split(","));
    assertThat(totals.total().net()).isEqualByComparingTo(net);
  }

  private static Measures measures(Map<String, String> row, LocalDate asOf) {
    return new Measures(
        asOf.minusDays(Long.parseLong(row.get("recency_days"))),
        Long.parseLong(row.get("frequency")),
        new BigDecimal(row.get("monetary")));
  }
}
