package dev.homeport.platform.due;

import dev.homeport.platform.tenant.CurrentTenant;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Due work that only notes when it is done. */
abstract class Reminders implements DueWork {
  /** What was done, of all kinds, in its order. */
  static final Map<UUID, List<String>> DONE = new ConcurrentHashMap<>();

  private final String name;
  private final CurrentTenant tenant;
  private final Map<UUID, TreeMap<Instant, String>> waiting = new ConcurrentHashMap<>();

  Reminders(String name, CurrentTenant tenant) {
    this.name = name;
    this.tenant = tenant;
  }

  void add(UUID owner, Instant at, String note) {
    waiting.computeIfAbsent(owner, _ -> new TreeMap<>()).put(at, note);
  }

  @Override
  public Optional<Instant> next(Instant horizon) {
    return Optional.ofNullable(waiting.get(tenant.id()))
        .filter(own -> !own.isEmpty())
        .map(TreeMap::firstKey)
        .filter(first -> !first.isAfter(horizon));
  }

  @Override
  public void run(Instant horizon) {
    var due = waiting.get(tenant.id()).headMap(horizon, true);
    DONE.computeIfAbsent(tenant.id(), _ -> new CopyOnWriteArrayList<>())
        .addAll(due.values().stream().map(note -> name + " " + note).toList());
    due.clear();
  }
}
