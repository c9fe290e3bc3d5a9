package dev.homeport.analytics.rfm.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.analytics.report.Action;
import dev.homeport.analytics.report.Figure;
import dev.homeport.analytics.report.Sentence;
import dev.homeport.analytics.rfm.Cell;
import dev.homeport.analytics.rfm.CutPoints;
import dev.homeport.analytics.rfm.Scores;
import dev.homeport.analytics.rfm.Scoring;
import dev.homeport.analytics.rfm.Snapshot;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RfmFindingsTest {
  private static final Currency EUR = Currency.getInstance("EUR");

  @Test
  void every_score_has_one_course_however_many_buckets() {
    for (int buckets = Scoring.MIN_BUCKETS; buckets <= Scoring.MAX_BUCKETS; buckets++) {
      for (Scores scores : all(buckets)) {
        int of = buckets;
        assertThat(Arrays.stream(Course.values()).filter(course -> course.isFor(scores, of)))
            .as("%s of %d", scores, buckets)
            .hasSize(1);
      }
    }
  }

  @Test
  void the_day_of_a_course_parts_its_customers_from_others() {
    for (int buckets = Scoring.MIN_BUCKETS; buckets <= Scoring.MAX_BUCKETS; buckets++) {
      CutPoints cutPoints = cutPoints(buckets, 1);
      for (Course course : List.of(Course.WIN_BACK_IN_PERSON, Course.SPEND_LITTLE)) {
        int latest = latest(course, buckets);
        assertThat(course.day(cutPoints))
            .as("%s of %d", course, buckets)
            .isEqualTo(cutPoints.recency().get(latest - 1));
      }
    }
  }

  @Test
  void a_million_customers_are_told_of_in_few_words() {
    RfmFindings findings = findings(8_000, "250000.05");

    assertThat(findings.headlines().stream().map(headline -> headline.figure().text()))
        .containsExactly("1,000,000", "€31.3M", "20%", "304,000");
    assertThat(text(findings.summary().getFirst()))
        .isEqualTo(
            "1,000,000\u00a0customers have bought for €31.3\u00a0million, less returns; that is"
                + " €31.25 each on average.");
    assertThat(text(findings.summary().getLast())).contains("have not ordered after 1 June 2025");
  }

  @Test
  void actions_come_to_everybody_and_everything() {
    List<Action> actions = findings(3, "10.10").actions();

    assertThat(sum(actions.stream().map(Action::customers).toList())).isEqualByComparingTo("375");
    assertThat(sum(actions.stream().map(Action::net).toList())).isEqualByComparingTo("1262.50");
  }

  @Test
  void amounts_below_zero_have_no_shares() {
    RfmFindings findings = findings(3, "-10");

    assertThat(findings.headlines().stream().map(headline -> headline.figure().text()))
        .containsExactly("375", "−€1,250", "114");
  }

  private static RfmFindings findings(long customers, String net) {
    List<Cell> cells =
        all(5).stream().map(scores -> new Cell(scores, customers, new BigDecimal(net))).toList();
    CutPoints cutPoints = cutPoints(5, customers * cells.size());
    return new RfmFindings(new Snapshot(cutPoints, cells, Instant.EPOCH), EUR);
  }

  private static CutPoints cutPoints(int buckets, long population) {
    List<Integer> cuts = IntStream.range(1, buckets).boxed().toList();
    return new CutPoints(
        buckets,
        population,
        cuts.stream().map(cut -> LocalDate.of(2024, 12, 1).plusMonths(3L * cut)).toList(),
        cuts.stream().map(Integer::longValue).toList(),
        cuts.stream().map(BigDecimal::valueOf).toList());
  }

  /** The best score for recency among a course's customers. */
  private static int latest(Course course, int buckets) {
    return all(buckets).stream()
        .filter(scores -> course.isFor(scores, buckets))
        .mapToInt(Scores::r)
        .max()
        .orElseThrow();
  }

  private static List<Scores> all(int buckets) {
    var all = new ArrayList<Scores>();
    for (int r = 1; r <= buckets; r++) {
      for (int f = 1; f <= buckets; f++) {
        for (int m = 1; m <= buckets; m++) {
          all.add(new Scores(r, f, m));
        }
      }
    }
    return all;
  }

  private static BigDecimal sum(List<Figure> figures) {
    return figures.stream()
        .map(figure -> new BigDecimal(figure.exact()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static String text(Sentence sentence) {
    return sentence.parts().stream().map(Sentence.Part::text).collect(Collectors.joining());
  }
}
