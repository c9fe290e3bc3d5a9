package dev.homeport.analytics.rfm.rest;

import dev.homeport.analytics.report.Content;
import dev.homeport.analytics.report.Section;
import dev.homeport.analytics.report.Sentence;
import dev.homeport.analytics.report.Viewpoint;
import dev.homeport.analytics.rfm.Grid;
import dev.homeport.analytics.rfm.Snapshot;
import dev.homeport.analytics.rfm.Snapshots;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Who the customers are, by what they did: the figures of {@code GET /v1/rfm/grid}. */
@ApplicationScoped
class RfmSection implements Section {
  private final Snapshots snapshots;
  private final Grid grid;

  RfmSection(Snapshots snapshots, Grid grid) {
    this.snapshots = snapshots;
    this.grid = grid;
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public Optional<Content> content(Viewpoint viewpoint) {
    Snapshot snapshot = viewpoint.past().map(snapshots::asOf).orElseGet(snapshots::now);
    return snapshot.cutPoints().population() == 0
        ? Optional.empty()
        : Optional.of(content(snapshot, viewpoint.currency()));
  }

  private Content content(Snapshot snapshot, Currency currency) {
    var findings = new RfmFindings(snapshot, currency);
    var exhibits = new RfmExhibits(snapshot, grid, currency);
    return new Content(
        "groups",
        "Who they are",
        findings.headlines(),
        findings.summary(),
        findings.actions(),
        List.of(
            Sentence.of(
                "Every customer has three scores from 1 to 5, each in comparison with all others:"
                    + " R for how recently they ordered, F for how often, M for how much. F and M"
                    + " together are FM. The groups follow from R and FM.")),
        List.of(exhibits.groups(), exhibits.cells()));
  }
}
