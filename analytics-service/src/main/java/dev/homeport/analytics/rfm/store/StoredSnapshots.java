package dev.homeport.analytics.rfm.store;

import dev.homeport.analytics.rfm.Population;
import dev.homeport.analytics.rfm.Snapshot;
import dev.homeport.analytics.rfm.Snapshots;
import dev.homeport.analytics.rfm.store.CutPointTable.DataState;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/** The present snapshot is stored for all replicas; past ones are remembered by each. */
@ApplicationScoped
class StoredSnapshots implements Snapshots {
  private final CutPointTable table;
  private final PopulationTable population;
  private final RecentSnapshots recent;
  private final Clock clock;
  private final Timer timer;

  StoredSnapshots(
      CutPointTable table,
      PopulationTable population,
      RecentSnapshots recent,
      Clock clock,
      MeterRegistry metrics) {
    this.table = table;
    this.population = population;
    this.recent = recent;
    this.clock = clock;
    this.timer =
        Timer.builder("homeport_rfm_refresh")
            .description("Time to read a population and find its cut points")
            .register(metrics);
  }

  @Override
  public Snapshot now() {
    long version = table.version();
    return version == 0
        ? refresh()
        : recent.get(Optional.empty(), new DataState(version, 0), this::stored);
  }

  @Override
  public Snapshot asOf(LocalDate day) {
    return recent.get(Optional.of(day), table.state(), () -> snapshot(population.asOf(day)));
  }

  @Override
  public Snapshot refresh() {
    return timer.record(
        () -> {
          table.lock();
          Snapshot snapshot = snapshot(population.now());
          table.write(snapshot);
          return snapshot;
        });
  }

  private Snapshot stored() {
    return table.read().orElseThrow();
  }

  private Snapshot snapshot(Population customers) {
    return Snapshot.of(customers, clock.instant());
  }
}
