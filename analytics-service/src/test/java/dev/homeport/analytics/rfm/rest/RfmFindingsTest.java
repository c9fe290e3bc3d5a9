package dev.homeport.analytics.rfm.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.analytics.report.Action;
import dev.homeport.analytics.report.Figure;
import dev.homeport.analytics.report.Sentence;
import dev.homeport.analytics.rfm.Cell;
import dev.homeport.analytics.rfm.CutPoints;
import dev.homeport.analytics.rfm.Scores;
import dev.homeport.analytics.rfm.Snapshot;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RfmFindingsTest {
  private static final Currency EUR = Currency.getInstance("EUR");
  private static final List<LocalDate> DAYS =
      List.of("2025-03-01", "2025-06-01", "2025-09-01", "2025-12-01").stream()
          .map(LocalDate::parse)
          .toList();

  @Test
  void every_score_has_one_course() {
    for (Scores scores : all()) {
      assertThat(Arrays.stream(Course.values()).filter(course -> course.isFor(scores)))
          .as("%s", scores)
          .hasSize(1);
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
        all().stream().map(scores -> new Cell(scores, customers, new BigDecimal(net))).toList();
    BigDecimal amount = BigDecimal.TEN;
    var cutPoints =
        new CutPoints(
            customers * cells.size(),
            DAYS,
            List.of(1L, 2L, 3L, 4L),
            List.of(amount, amount, amount, amount));
    return new RfmFindings(new Snapshot(cutPoints, cells, Instant.EPOCH), EUR);
  }

  private static List<Scores> all() {
    var all = new ArrayList<Scores>();
    for (int i = 0; i < 125; i++) {
      all.add(new Scores(1 + i / 25, 1 + i / 5 % 5, 1 + i % 5));
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
