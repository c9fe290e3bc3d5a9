package dev.homeport.analytics.rfm.rest;

import dev.homeport.analytics.derived.Remembered;
import dev.homeport.analytics.report.Content;
import dev.homeport.analytics.report.Figure;
import dev.homeport.analytics.report.Section;
import dev.homeport.analytics.report.Sentence;
import dev.homeport.analytics.report.Viewpoint;
import dev.homeport.analytics.rfm.Scheme;
import dev.homeport.analytics.rfm.Schemes;
import dev.homeport.analytics.rfm.Scope;
import dev.homeport.analytics.rfm.Scoring;
import dev.homeport.analytics.rfm.Snapshot;
import dev.homeport.analytics.rfm.Snapshots;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Who the customers are, by what they did: the figures of {@code GET /v1/rfm/grid}. */
@ApplicationScoped
class RfmSection implements Section {
  private final Snapshots snapshots;
  private final Schemes schemes;
  private final Remembered remembered;

  RfmSection(Snapshots snapshots, Schemes schemes, Remembered remembered) {
    this.snapshots = snapshots;
    this.schemes = schemes;
    this.remembered = remembered;
  }

  private record Question(String fingerprint, LocalDate day) {}

  @Override
  public int order() {
    return 10;
  }

  @Override
  public Optional<Content> content(Viewpoint viewpoint) {
    Scheme scheme = schemes.find(Scoring.DEFAULT).orElseThrow();
    Snapshot snapshot =
        viewpoint
            .past()
            .map(
                day ->
                    remembered.answer(
                        new Question(scheme.fingerprint(), day), () -> snapshots.asOf(scheme, day)))
            .orElseGet(() -> snapshots.now(scheme));
    return snapshot.cutPoints().population() == 0
        ? Optional.empty()
        : Optional.of(content(snapshot, scheme, viewpoint.currency()));
  }

  private static Content content(Snapshot snapshot, Scheme scheme, Currency currency) {
    var findings = new RfmFindings(snapshot, currency);
    return new Content(
        "groups",
        "Who they are",
        findings.headlines(),
        findings.summary(),
        findings.actions(),
        lead(scheme.scoring()),
        List.of(
            GroupsExhibit.of(snapshot, scheme.grid(), currency),
            CellsExhibit.of(snapshot, scheme.grid(), currency)));
  }

  private static List<Sentence> lead(Scoring scoring) {
    var lead = new ArrayList<Sentence>();
    lead.add(
        Sentence.of(
            "Every customer has three scores from 1 to {}, each in comparison with all others: R"
                + " for how recently they ordered, F for how often, M for how much. F and M"
                + " together are FM. The groups follow from the scores.",
            Figure.name(Integer.toString(scoring.buckets()))));
    scoring
        .windowDays()
        .ifPresent(days -> lead.add(Sentence.of("Only orders of the last {} count.", days(days))));
    switch (scoring.scope()) {
      case Scope.Tenant() -> {}
      case Scope.Market(String market) -> lead.add(only("market", market));
      case Scope.Channel(String channel) -> lead.add(only("channel", channel));
    }
    return lead;
  }

  private static Figure days(int days) {
    return Figure.of(days, "day", "days");
  }

  private static Sentence only(String what, String which) {
    return Sentence.of("Only orders of the " + what + " {} count.", Figure.name(which));
  }
}
