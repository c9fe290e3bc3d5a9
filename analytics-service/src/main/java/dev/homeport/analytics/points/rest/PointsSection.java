package dev.homeport.analytics.points.rest;

import dev.homeport.analytics.points.MemberBook;
import dev.homeport.analytics.points.Outstanding;
import dev.homeport.analytics.points.TierSize;
import dev.homeport.analytics.report.Content;
import dev.homeport.analytics.report.Exhibit;
import dev.homeport.analytics.report.Figure;
import dev.homeport.analytics.report.Headline;
import dev.homeport.analytics.report.Section;
import dev.homeport.analytics.report.Sentence;
import dev.homeport.analytics.report.Viewpoint;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * What the merchant owes its members: the figures of loyalty-service's {@code GET /v1/liability},
 * as they have been told. Of a past day nothing is told, as only the present state is known here.
 */
@ApplicationScoped
class PointsSection implements Section {
  private final MemberBook members;

  PointsSection(MemberBook members) {
    this.members = members;
  }

  @Override
  public int order() {
    return 45;
  }

  @Override
  public Optional<Content> content(Viewpoint viewpoint) {
    if (viewpoint.past().isPresent()) {
      return Optional.empty();
    }
    List<Outstanding> programmes = members.outstanding();
    return programmes.isEmpty()
        ? Optional.empty()
        : Optional.of(content(programmes, members.tiers(), viewpoint.currency()));
  }

  private static Content content(
      List<Outstanding> programmes, List<TierSize> tiers, Currency currency) {
    var exhibits = new ArrayList<Exhibit>();
    exhibits.add(PointsExhibits.outstanding(programmes, currency));
    if (!tiers.isEmpty()) {
      exhibits.add(PointsExhibits.tiers(tiers, programmes.size() > 1));
    }
    return new Content(
        "points",
        "Points outstanding",
        headlines(programmes, currency),
        List.of(),
        List.of(),
        lead(programmes, currency),
        exhibits);
  }

  private static List<Headline> headlines(List<Outstanding> programmes, Currency currency) {
    return worth(programmes)
        .map(
            worth ->
                new Headline(
                    "Points outstanding",
                    Figure.briefMoney(worth, currency),
                    Sentence.of("what members' points would pay for, if all were spent")))
        .stream()
        .toList();
  }

  private static List<Sentence> lead(List<Outstanding> programmes, Currency currency) {
    var lead = new ArrayList<Sentence>();
    for (Outstanding one : programmes) {
      lead.add(
          Sentence.of(
              "In the programme {}, {} hold {}.",
              Figure.name(one.programme()),
              Figure.of(one.holders(), "customer", "customers"),
              Figure.of(one.points(), "point", "points")));
    }
    lead.add(
        worth(programmes)
            .map(
                worth ->
                    Sentence.of(
                        "Spent at the rates of today, they would pay for {}; how many of them will"
                            + " never be spent is not taken off.",
                        Figure.money(worth, currency)))
            .orElseGet(
                () ->
                    Sentence.of(
                        "This is in points: not every programme says what one pays for in {}.",
                        Figure.name(currency.getCurrencyCode()))));
    return lead;
  }

  /** Of all programmes together; empty where one of them does not say. */
  private static Optional<BigDecimal> worth(List<Outstanding> programmes) {
    List<Outstanding> held = programmes.stream().filter(one -> one.points() > 0).toList();
    return held.isEmpty() || held.stream().anyMatch(one -> one.worth().isEmpty())
        ? Optional.empty()
        : held.stream().flatMap(one -> one.worth().stream()).reduce(BigDecimal::add);
  }
}
