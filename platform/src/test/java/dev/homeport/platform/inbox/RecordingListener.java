package dev.homeport.platform.inbox;

import dev.homeport.platform.event.InboundEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Notes what it is given, once, and fails when told to. */
@ApplicationScoped
class RecordingListener implements EventListener<RecordingListener.Noted> {
  static final String TOPIC = "test.notes";

  private final Inbox inbox;
  private final Map<UUID, List<Long>> noted = new ConcurrentHashMap<>();
  private final Set<String> refused = ConcurrentHashMap.newKeySet();
  private final Map<UUID, AtomicInteger> passing = new ConcurrentHashMap<>();

  RecordingListener(Inbox inbox) {
    this.inbox = inbox;
  }

  @Override
  public String topic() {
    return TOPIC;
  }

  @Override
  public Map<String, Class<? extends Noted>> payloads() {
    return Map.of(Noted.TYPE, Noted.class);
  }

  @Override
  public boolean wholeState() {
    return false;
  }

  @Override
  public void apply(List<InboundEvent<Noted>> events) {
    var fresh = new ArrayList<Long>();
    UUID tenant = events.getFirst().tenant();
    for (InboundEvent<Noted> event : inbox.firstTime("notes", events)) {
      if (refused.contains(tenant + " " + event.data().number())) {
        throw new IllegalArgumentException("poison");
      }
      fresh.add(event.data().number());
    }
    if (passing.getOrDefault(tenant, new AtomicInteger()).getAndDecrement() > 0) {
      throw new IllegalStateException(new SQLTransientConnectionException("gone", "08006"));
    }
    noted.computeIfAbsent(tenant, _ -> new CopyOnWriteArrayList<>()).addAll(fresh);
  }

  void reset() {
    noted.clear();
    refused.clear();
  }

  void refuse(UUID tenant, long number) {
    refused.add(tenant + " " + number);
  }

  void accept(UUID tenant, long number) {
    refused.remove(tenant + " " + number);
  }

  void failForAWhile(UUID tenant, int times) {
    passing.put(tenant, new AtomicInteger(times));
  }

  List<Long> noted(UUID tenant) {
    return List.copyOf(noted.getOrDefault(tenant, List.of()));
  }

  record Noted(long number) {
    static final String TYPE = "dev.homeport.test.noted.v1";
  }
}
