package dev.homeport.analytics.value.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.homeport.analytics.ReferenceData;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What others have published of the same data, to the digits that they printed. */
class PublishedFitsTest {
  private static final Fitting FITTING = new Fitting(Effort.USUAL);

  @Test
  void bg_nbd_of_cdnow() {
    Tuples tuples = Data.histories(Data.CDNOW).grouped();

    Fit fit = FITTING.bgNbd(tuples, FITTING.nbd(tuples));

    assertThat(tuples.customers()).isEqualTo(2_357);
    assertThat(tuples.repeaters()).isEqualTo(946);
    assertThat(tuples.purchases()).isEqualTo(2_457);
    assertParameters(fit, 1e-8, .24259452, 4.41360202, .79292202, 2.42590678);
    assertThat(fit.logLikelihood()).isCloseTo(-9582.429207, within(5e-7));
    assertThat(fit.converged()).isTrue();
    assertThat(fit.atBorder()).isFalse();
    assertErrors(fit, "bgnbd");
  }

  @Test
  void pareto_nbd_of_cdnow() {
    Tuples tuples = Data.histories(Data.CDNOW).grouped();

    Fit fit = FITTING.paretoNbd(tuples, FITTING.nbd(tuples));

    assertParameters(fit, 1e-8, .55327705, 10.57768346, .60623999, 11.66873529);
    assertThat(fit.logLikelihood()).isCloseTo(-9594.976179, within(5e-7));
    assertErrors(fit, "pnbd");
  }

  @Test
  void gamma_gamma_of_cdnow() {
    Spending spending = Data.spending(Data.CDNOW);

    Fit fit = FITTING.gammaGamma(spending);

    assertThat(spending.size()).isEqualTo(946);
    assertParameters(fit, 5e-6, 6.24957, 3.74422, 15.44352);
    assertThat(fit.logLikelihood()).isCloseTo(-4055.917695, within(5e-7));
    assertErrors(fit, "gamma_gamma");
  }

  /** Grouping changes the cost, and nothing else. */
  @Test
  void every_customer_by_itself_gives_the_same_as_equal_ones_together() {
    Tuples single = Data.histories(Data.CDNOW).single();
    Tuples grouped = Data.histories(Data.CDNOW).grouped();

    Fit fit = FITTING.bgNbd(single, FITTING.nbd(single));
    Fit together = FITTING.bgNbd(grouped, FITTING.nbd(grouped));

    assertThat(single.size()).isEqualTo(2_357);
    assertThat(grouped.size()).isLessThan(1_100);
    assertThat(fit.logLikelihood()).isCloseTo(together.logLikelihood(), within(1e-9));
    for (int i = 0; i < fit.size(); i++) {
      assertThat(fit.parameter(i)).isCloseTo(together.parameter(i), within(1e-8));
    }
  }

  @Test
  void one_year_of_online_retail_has_no_better_model_than_one_without_drop_out() {
    Tuples tuples = Data.histories(Data.ONLINE_RETAIL).grouped();

    Fit nbd = FITTING.nbd(tuples);
    Fit bgNbd = FITTING.bgNbd(tuples, nbd);
    Fit paretoNbd = FITTING.paretoNbd(tuples, nbd);

    assertThat(nbd.logLikelihood()).isCloseTo(-37647.87940, within(5e-6));
    assertThat(bgNbd.logLikelihood()).isCloseTo(-37647.75942, within(5e-6));
    assertThat(paretoNbd.logLikelihood()).isCloseTo(nbd.logLikelihood(), within(1e-3));
    assertThat(paretoNbd.atBorder()).isTrue();
    assertThat(paretoNbd.standardErrors()).isEmpty();
  }

  @Test
  void amounts_of_online_retail() {
    JsonNode published = ReferenceData.json("ref/online_retail_full_btyd.json");

    Fit fit = FITTING.gammaGamma(Data.spending(Data.ONLINE_RETAIL));

    for (int i = 0; i < 3; i++) {
      double parameter = published.get("gamma_gamma").get("params").get(i).asDouble();
      assertThat(fit.parameter(i) / parameter).isCloseTo(1, within(1e-6));
    }
  }

  @Test
  void a_search_without_time_ends_and_says_so() {
    Tuples tuples = Data.histories(Data.ONLINE_RETAIL_TO_AUGUST).grouped();

    Fit nbd = FITTING.nbd(tuples);
    Fit fit = new Fitting(new Effort(400, Duration.ZERO)).bgNbd(tuples, nbd);
    Fit few = new Fitting(new Effort(3, Duration.ofMinutes(1))).bgNbd(tuples, nbd);

    assertThat(List.of(fit.converged(), few.converged())).containsOnly(false);
    assertThat(few.evaluations()).isLessThan(60);
  }

  private static void assertParameters(Fit fit, double digits, double... published) {
    for (int i = 0; i < published.length; i++) {
      assertThat(fit.parameter(i)).isCloseTo(published[i], within(digits));
    }
  }

  private static void assertErrors(Fit fit, String model) {
    JsonNode published = ReferenceData.json("ref/cdnow_fits.json").get(model).get("se");
    for (int i = 0; i < fit.size(); i++) {
      double ratio = fit.standardErrors().orElseThrow().get(i) / published.get(i).asDouble();
      assertThat(ratio).isCloseTo(1, within(1e-3));
    }
  }
}
