package dev.homeport.analytics.cohort.rest;

import dev.homeport.analytics.cohort.CohortMeasure;
import dev.homeport.analytics.cohort.CohortUnit;
import dev.homeport.analytics.cohort.Scope;
import dev.homeport.analytics.cohort.Triangle;
import dev.homeport.analytics.cohort.Triangle.Row;
import dev.homeport.analytics.cohort.Triangle.Value;
import dev.homeport.platform.money.Decimal;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/** A triangle as a heat map: the darker, the more of the cohort. */
final class CohortSvg {
  private static final int LEFT = 150;
  private static final int TOP = 78;
  private static final int WIDTH = 46;
  private static final int HEIGHT = 24;
  private static final double DARK = 0.55;

  private final Triangle triangle;
  private final Currency currency;
  private final double most;

  private CohortSvg(Triangle triangle, Currency currency) {
    this.triangle = triangle;
    this.currency = currency;
    this.most =
        triangle.rows().stream()
            .flatMap(row -> row.values().stream().skip(1))
            .flatMapToDouble(value -> value.rate().stream())
            .max()
            .orElse(1);
  }

  static String of(Triangle triangle, Scope scope, Currency currency) {
    return new CohortSvg(triangle, currency).draw(scope);
  }

  private String draw(Scope scope) {
    int ages = triangle.overall().size();
    List<Row> rows = triangle.rows();
    var svg =
        new Svg(
            Math.max(420, LEFT + ages * WIDTH + 16),
            TOP + Math.max(1, rows.size()) * HEIGHT + 24,
            title(scope),
            "One row for each cohort of customers by their first order, one column for each %s since"
                    .formatted(unit())
                + ". %s".formatted(explained()));
    svg.text(16, 46, "start", explained());
    svg.text(16, TOP - 10, "start", unit()).text(LEFT - 12, TOP - 10, "end", "customers");
    for (int age = 0; age < ages; age++) {
      svg.text(LEFT + (age + 0.5) * WIDTH, TOP - 10, "middle", "" + age);
    }
    if (rows.isEmpty()) {
      svg.text(16, TOP + 16, "start", "No customers in this time.");
    }
    for (int i = 0; i < rows.size(); i++) {
      row(svg, rows.get(i), TOP + i * HEIGHT);
    }
    return svg.end();
  }

  private void row(Svg svg, Row row, double y) {
    String cohort = triangle.by().label(row.cohort());
    svg.text(16, y + 16, "start", cohort).text(LEFT - 12, y + 16, "end", "" + row.customers());
    for (int age = 0; age < row.values().size(); age++) {
      Value value = row.values().get(age);
      double x = LEFT + (double) age * WIDTH;
      String told =
          "%s, %s %d: %s%s"
              .formatted(cohort, unit(), age, absolute(value), value.complete() ? "" : " so far");
      double strength = Math.min(1, value.rate().orElse(0) / most);
      svg.field(x, y, WIDTH, HEIGHT, colour(strength), told);
      svg.label(
          x + WIDTH / 2.0,
          y + 16,
          "middle",
          rate(value) + (value.complete() ? "" : "*"),
          strength > DARK ? "#ffffff" : "#1f2937",
          11);
    }
  }

  private String absolute(Value value) {
    String number = Decimal.text(value.value());
    return triangle.measure().money()
        ? number + " " + currency.getCurrencyCode()
        : number + " " + triangle.measure().name().toLowerCase(Locale.ROOT);
  }

  private String rate(Value value) {
    if (value.rate().isEmpty()) {
      return "\u2013";
    }
    double rate = value.rate().getAsDouble();
    return triangle.measure() == CohortMeasure.ORDERS
        ? Svg.format("%.2f", rate)
        : Svg.format(rate < 0.0995 && rate > -0.0995 ? "%.1f%%" : "%.0f%%", rate * 100);
  }

  private String title(Scope scope) {
    String where =
        scope.market().map(market -> ", market " + market).orElse("")
            + scope.channel().map(channel -> ", channel " + channel).orElse("");
    return "Who came back: cohorts by " + unit() + " up to " + scope.asOf() + where;
  }

  private String unit() {
    return triangle.by() == CohortUnit.MONTH ? "month" : "week";
  }

  private String explained() {
    return switch (triangle.measure()) {
      case CUSTOMERS -> "Share of the cohort that ordered; * not over yet.";
      case ORDERS -> "Orders for each customer of the cohort; * not over yet.";
      case GROSS -> "What was ordered, as a share of the first period; * not over yet.";
      case NET -> "Ordered less returned, as a share of the first period; * not over yet.";
    };
  }

  /** From nearly white to a deep blue. */
  private static String colour(double strength) {
    double s = Math.clamp(strength, 0, 1);
    return "#%02x%02x%02x".formatted(mix(239, 30, s), mix(246, 64, s), mix(255, 175, s));
  }

  private static int mix(int light, int dark, double strength) {
    return (int) Math.round(light + (dark - light) * strength);
  }
}
