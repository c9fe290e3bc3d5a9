package dev.homeport.analytics.rfm.store;

import dev.homeport.analytics.rfm.Snapshot;
import dev.homeport.analytics.rfm.store.CutPointTable.DataState;
import dev.homeport.platform.tenant.CurrentTenant;
import dev.homeport.platform.tenant.SandboxEpoch;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the most recently used snapshots, in this replica, while what they show stays as it is.
 */
@ApplicationScoped
class RecentSnapshots {
  private final CurrentTenant tenant;
  private final SandboxEpoch epochs;
  private final Map<Key, Entry> entries;

  RecentSnapshots(CurrentTenant tenant, SandboxEpoch epochs, RfmConfig config) {
    this.tenant = tenant;
    this.epochs = epochs;
    this.entries = new Recent<>(config.remembered());
  }

  /**
   * The remembered one if it was made of data in this state, else the one that is made now.
   *
   * @param day empty for the present
   */
  Snapshot get(Optional<LocalDate> day, DataState state, Supplier<Snapshot> make) {
    var key = new Key(tenant.id(), epochs.current(), day);
    Entry entry = find(key);
    if (entry != null && entry.state().equals(state)) {
      return entry.snapshot();
    }
    Snapshot made = make.get();
    synchronized (entries) {
      entries.put(key, new Entry(state, made));
    }
    return made;
  }

  private @Nullable Entry find(Key key) {
    synchronized (entries) {
      return entries.get(key);
    }
  }

  private record Key(UUID tenant, int epoch, Optional<LocalDate> day) {}

  private record Entry(DataState state, Snapshot snapshot) {}

  private static final class Recent<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1;

    private final int bound;

    private Recent(int bound) {
      super(16, 0.75f, true);
      this.bound = bound;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
      return size() > bound;
    }
  }
}
