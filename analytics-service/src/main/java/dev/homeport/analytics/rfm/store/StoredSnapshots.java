package dev.homeport.analytics.rfm.store;

import dev.homeport.analytics.rfm.DayClose;
import dev.homeport.analytics.rfm.Migrations;
import dev.homeport.analytics.rfm.Population;
import dev.homeport.analytics.rfm.Scheme;
import dev.homeport.analytics.rfm.Snapshot;
import dev.homeport.analytics.rfm.Snapshots;
import dev.homeport.analytics.rfm.store.CutPointTable.DataState;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;

/** The present snapshot is stored for all replicas; past ones are remembered by each. */
@ApplicationScoped
class StoredSnapshots implements Snapshots {
  private final CutPointTable table;
  private final MeasureTable measures;
  private final RecentSnapshots recent;
  private final Clock clock;

  StoredSnapshots(CutPointTable table, MeasureTable measures, RecentSnapshots recent, Clock clock) {
    this.table = table;
    this.measures = measures;
    this.recent = recent;
    this.clock = clock;
  }

  @Override
  public Snapshot now(Scheme scheme) {
    return table
        .look(scheme.scoring().key())
        .map(look -> now(scheme, new Seen(look.fingerprint(), look.version())))
        .orElseGet(() -> snapshot(scheme, measures.population(scheme)));
  }

  /** Nobody has looked since the settings were changed: then it is found out at once. */
  @Override
  public Snapshot now(Scheme scheme, Seen seen) {
    if (!seen.fingerprint().equals(scheme.fingerprint())) {
      return snapshot(scheme, measures.population(scheme));
    }
    String scoring = scheme.scoring().key();
    return recent.get(
        scoring,
        Snapshot.class,
        new DataState(scheme.fingerprint(), seen.version(), 0),
        () -> table.read(scoring).orElseThrow());
  }

  @Override
  public Snapshot asOf(Scheme scheme, LocalDate day) {
    return recent.get(
        scheme.scoring().key() + ' ' + day,
        Snapshot.class,
        table.state(scheme),
        () -> snapshot(scheme, measures.population(scheme, day)));
  }

  @Override
  public Migrations migrations(Scheme scheme, LocalDate from, LocalDate to) {
    return recent.get(
        scheme.scoring().key() + ' ' + from + ' ' + to,
        Migrations.class,
        table.state(scheme),
        () -> DayClose.between(scheme, measures.close(scheme, from), measures.close(scheme, to)));
  }

  @Override
  public long unscored(Scheme scheme) {
    return Math.max(0, measures.known() - now(scheme).cutPoints().population());
  }

  private Snapshot snapshot(Scheme scheme, Population customers) {
    return Snapshot.of(customers, scheme.scoring().buckets(), clock.instant());
  }
}
