package dev.homeport.analytics.value.btyd;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.homeport.analytics.ReferenceData;
import org.junit.jupiter.api.Test;

/** Numbers that were computed elsewhere with 50 digits. */
class VectorsTest {
  private static final double CLOSE = 1e-9;
  private static final double CLOSE_ENOUGH = 1e-6;

  @Test
  void customers_of_cdnow() {
    JsonNode file = ReferenceData.json("ref/cdnow_test_vectors.json");
    JsonNode b = file.get("bgnbd_params");
    JsonNode p = file.get("pnbd_params");
    JsonNode g = file.get("gamma_gamma_params");
    var bgNbd = new BgNbd(number(b, "r"), number(b, "alpha"), number(b, "a"), number(b, "b"));
    var paretoNbd =
        new ParetoNbd(number(p, "r"), number(p, "alpha"), number(p, "s"), number(p, "beta"));
    var amounts = new GammaGamma(number(g, "p"), number(g, "q"), number(g, "gamma"));
    assertThat(file.get("customers").size()).isEqualTo(52);

    for (JsonNode customer : file.get("customers")) {
      String id = customer.get("id").asText();
      int x = customer.get("x").asInt();
      double mean = x == 0 ? 0 : customer.get("repeat_cents").asDouble() / 100 / x;
      var history =
          new History(
              x, customer.get("t_x_days").asDouble() / 7, customer.get("T_days").asDouble() / 7);
      check(id, bgNbd, history, customer.get("bgnbd"));
      check(id, paretoNbd, history, customer.get("pnbd"));
      double spend = amounts.expected(x, mean).orElseThrow();
      close(id, spend, customer.get("gamma_gamma").get("e_m"), CLOSE);
      if (x > 0) {
        double ll = amounts.logLikelihood(x, mean);
        close(id, ll, customer.get("gamma_gamma").get("ll"), CLOSE);
      }
      double yearly = spend * inTwelveMonths(bgNbd, history);
      close(id, yearly, customer.get("clv_bgnbd_gg_12m"), CLOSE);
      double for1e4Weeks =
          paretoNbd.probabilityAlive(history)
              * paretoNbd.discountedIfAlive(x, history.age(), 15_000, 0.0027);
      close(id, for1e4Weeks, customer.get("pnbd").get("dert_d0.0027"), CLOSE);
      close(id, spend * for1e4Weeks, customer.get("clv_pnbd_gg_dert"), CLOSE);
    }
  }

  @Test
  void edge_cases() {
    JsonNode cases = ReferenceData.json("ref/btyd_edge_vectors.json").get("cases");
    assertThat(cases.size()).isEqualTo(46);

    for (JsonNode edge : cases) {
      double[] p = new double[4];
      for (int i = 0; i < p.length; i++) {
        p[i] = edge.get("params").get(i).asDouble();
      }
      Buying model =
          edge.get("model").asText().equals("bgnbd")
              ? new BgNbd(p[0], p[1], p[2], p[3])
              : new ParetoNbd(p[0], p[1], p[2], p[3]);
      int x = edge.get("x").asInt();
      var history = new History(x, number(edge, "t_x"), number(edge, "T"));
      String name = edge.get("model").asText() + ' ' + edge.get("note").asText();
      double digits = x >= 132 ? CLOSE_ENOUGH : CLOSE;

      close(name, model.logLikelihood(history), edge.get("ll"), digits);
      close(name, model.probabilityAlive(history), edge.get("p_alive"), tiny(edge, digits));
      close(name, model.expected(history, number(edge, "t")), edge.get("cet"), tiny(edge, digits));
    }
  }

  private static double tiny(JsonNode edge, double digits) {
    return edge.get("p_alive").asDouble() < 1e-12 ? CLOSE_ENOUGH : digits;
  }

  private static void check(String id, Buying model, History history, JsonNode expected) {
    close(id, model.logLikelihood(history), expected.get("ll"), CLOSE);
    close(id, model.probabilityAlive(history), expected.get("p_alive"), CLOSE);
    close(id, model.expected(history, 39), expected.get("cet_39w"), CLOSE);
    close(id, model.expected(history, 52), expected.get("cet_52w"), CLOSE);
  }

  /** Purchases of the next twelve months, discounted by one per cent a month. */
  private static double inTwelveMonths(Buying model, History history) {
    double sum = 0;
    for (int month = 1; month <= 12; month++) {
      double more =
          model.expected(history, 4.345 * month) - model.expected(history, 4.345 * (month - 1));
      sum += more / Math.pow(1.01, month);
    }
    return sum;
  }

  private static void close(String name, double actual, JsonNode expected, double digits) {
    double right = expected.asDouble();
    double error = right == 0 ? Math.abs(actual) : Math.abs(actual / right - 1);
    assertThat(error).as("%s: %s for %s", name, actual, expected.asText()).isLessThan(digits);
  }

  private static double number(JsonNode node, String field) {
    return node.get(field).asDouble();
  }
}
