package dev.homeport.analytics.rfm.store;

import dev.homeport.analytics.rfm.store.CutPointTable.DataState;
import dev.homeport.platform.tenant.CurrentTenant;
import dev.homeport.platform.tenant.SandboxEpoch;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the most recently used pictures of all customers, in this replica, while what they show
 * stays as it is.
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
   * @param view what it shows, by which scoring and of which day
   */
  <T> T get(String view, Class<T> type, DataState state, Supplier<T> make) {
    var key = new Key(tenant.id(), epochs.current(), view);
    Entry entry = find(key);
    if (entry != null && entry.state().equals(state)) {
      return type.cast(entry.picture());
    }
    T made = make.get();
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

  private record Key(UUID tenant, int epoch, String view) {}

  private record Entry(DataState state, Object picture) {}
}
