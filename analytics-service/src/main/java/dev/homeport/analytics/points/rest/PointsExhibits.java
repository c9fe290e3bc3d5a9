package dev.homeport.analytics.points.rest;

import dev.homeport.analytics.chart.Bars;
import dev.homeport.analytics.chart.Numbers;
import dev.homeport.analytics.points.Outstanding;
import dev.homeport.analytics.points.TierSize;
import dev.homeport.analytics.report.Exhibit;
import dev.homeport.analytics.report.Figure;
import dev.homeport.analytics.report.Table;
import dev.homeport.analytics.report.Table.Row;
import java.util.Currency;
import java.util.List;

/** Programmes and tiers side by side. */
final class PointsExhibits {
  private static final String OUTSTANDING = "Points outstanding, by programme";
  private static final String OUTSTANDING_MEANS =
      "A bar for each programme, as long as there are points in it.";
  private static final String TIERS = "Members by tier";
  private static final String TIERS_MEAN =
      "A bar for each tier, as long as there are members in it, the highest first.";

  private PointsExhibits() {}

  static Exhibit outstanding(List<Outstanding> programmes, Currency currency) {
    return new Exhibit(
        "points-outstanding",
        OUTSTANDING,
        new Bars(
                OUTSTANDING,
                OUTSTANDING_MEANS,
                List.of("points"),
                programmes.stream().map(one -> bar(one.programme(), one.points())).toList())
            .picture(),
        new Table(
            "Programme",
            List.of("Usable", "Pending", "Set aside", "Together", "Customers", "Worth"),
            programmes.stream().map(one -> row(one, currency)).toList()));
  }

  static Exhibit tiers(List<TierSize> tiers, boolean several) {
    return new Exhibit(
        "points-tiers",
        TIERS,
        new Bars(
                TIERS,
                TIERS_MEAN,
                List.of("members"),
                tiers.stream().map(tier -> bar(label(tier, several), tier.members())).toList())
            .picture(),
        new Table(
            "Tier",
            List.of("Members"),
            tiers.stream()
                .map(tier -> Row.of(label(tier, several), Figure.of(tier.members())))
                .toList()));
  }

  private static Row row(Outstanding one, Currency currency) {
    return Row.of(
        one.programme(),
        Figure.of(one.usable()),
        Figure.of(one.pending()),
        Figure.of(one.held()),
        Figure.of(one.points()),
        Figure.of(one.holders()),
        one.worth().map(worth -> Figure.money(worth, currency)).orElse(Figure.none()));
  }

  private static String label(TierSize tier, boolean several) {
    String name = tier.name().orElse("No tier");
    return several ? tier.programme() + ": " + name : name;
  }

  private static Bars.Row bar(String label, long number) {
    return new Bars.Row(label, List.of(new Bars.Value(number, Numbers.brief(number))));
  }
}
