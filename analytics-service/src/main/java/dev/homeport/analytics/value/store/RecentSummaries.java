package dev.homeport.analytics.value.store;

import dev.homeport.analytics.value.PurchaseHistories;
import dev.homeport.analytics.value.ScoreTable;
import dev.homeport.analytics.value.Summaries;
import dev.homeport.analytics.value.Summary;
import dev.homeport.analytics.value.ValueModel;
import dev.homeport.analytics.value.store.ValueState.Mark;
import dev.homeport.platform.tenant.SandboxEpoch;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Sums everybody up, and remembers the result in this replica while nothing has changed. */
@ApplicationScoped
class RecentSummaries implements Summaries {
  private static final int REMEMBERED = 256;

  private final PurchaseHistories histories;
  private final ValueState state;
  private final SandboxEpoch epochs;
  private final Map<Key, Summary> recent = new Recent();

  RecentSummaries(PurchaseHistories histories, ValueState state, SandboxEpoch epochs) {
    this.histories = histories;
    this.state = state;
    this.epochs = epochs;
  }

  @Override
  public Summary of(ValueModel model, LocalDate today) {
    var key = new Key(model.id(), epochs.current(), today, state.mark());
    synchronized (recent) {
      Summary known = recent.get(key);
      if (known != null) {
        return known;
      }
    }
    var table = new ScoreTable(model.fitted(), model.settings().terms());
    Summary made = Summary.of(table.score(histories.all(model.settings().market(), today)), today);
    synchronized (recent) {
      recent.put(key, made);
    }
    return made;
  }

  /** The marker is read before the customers: a change in between makes a key that nobody has. */
  private record Key(UUID model, int epoch, LocalDate day, Mark mark) {}

  private static final class Recent extends LinkedHashMap<Key, Summary> {
    private static final long serialVersionUID = 1;

    private Recent() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Key, Summary> eldest) {
      return size() > REMEMBERED;
    }
  }
}
