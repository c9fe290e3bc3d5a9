package dev.homeport.platform.inbox;

import dev.homeport.platform.event.InboundEvent;
import dev.homeport.platform.secret.SealedEvents;
import dev.homeport.platform.tenant.CurrentTenant;
import dev.homeport.platform.tenant.SandboxEpoch;
import dev.homeport.platform.tenant.Tenants;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Brings records to a listener: one transaction per tenant, halved when the listener refuses, until
 * the record that cannot be taken stands alone and is put aside.
 */
@ApplicationScoped
class EventDispatcher {
  private static final Logger LOG = Logger.getLogger(EventDispatcher.class);

  private final CurrentTenant currentTenant;
  private final Tenants tenants;
  private final SandboxEpoch epochs;
  private final DeadLetters deadLetters;
  private final SealedEvents seals;

  EventDispatcher(
      CurrentTenant currentTenant,
      Tenants tenants,
      SandboxEpoch epochs,
      DeadLetters deadLetters,
      SealedEvents seals) {
    this.currentTenant = currentTenant;
    this.tenants = tenants;
    this.epochs = epochs;
    this.deadLetters = deadLetters;
    this.seals = seals;
  }

  /** Returns normally when every record has been taken or put aside; throws what may pass. */
  <T> void dispatch(EventListener<T> listener, String consumer, List<ReceivedRecord> records) {
    Map<UUID, List<ReceivedRecord>> byTenant = new LinkedHashMap<>();
    for (ReceivedRecord record : records) {
      if (listener.payloads().containsKey(record.type())) {
        byTenant.computeIfAbsent(record.tenant(), _ -> new ArrayList<>()).add(record);
      }
    }
    byTenant.keySet().removeIf(tenant -> !listener.concerns(tenant));
    if (byTenant.isEmpty()) {
      return;
    }
    var context = Arc.container().requestContext();
    context.activate();
    try {
      byTenant.forEach(
          (tenant, own) -> currentTenant.run(tenant, () -> deliver(listener, consumer, own)));
    } finally {
      context.terminate();
    }
  }

  private <T> void deliver(
      EventListener<T> listener, String consumer, List<ReceivedRecord> records) {
    if (listener.knownTenantsOnly() && tenants.find(records.getFirst().tenant()).isEmpty()) {
      throw new Faults.TenantNotKnownYet();
    }
    try {
      if (listener.knownTenantsOnly()) {
        QuarkusTransaction.requiringNew().run(() -> take(listener, consumer, records));
      } else {
        takeSettings(listener, consumer, records);
      }
    } catch (RuntimeException fault) {
      if (Faults.mayPass(fault)) {
        throw fault;
      }
      if (records.size() == 1) {
        putAside(consumer, records.getFirst(), fault);
      } else {
        int middle = records.size() / 2;
        deliver(listener, consumer, records.subList(0, middle));
        deliver(listener, consumer, records.subList(middle, records.size()));
      }
    }
  }

  private <T> void take(EventListener<T> listener, String consumer, List<ReceivedRecord> all) {
    List<ReceivedRecord> records = ofThisEpoch(all);
    var keys = records.stream().map(ReceivedRecord::key).distinct().toList();
    var blocked = deadLetters.blocked(consumer, keys);
    var events = new ArrayList<InboundEvent<T>>(records.size());
    for (ReceivedRecord record : records) {
      if (blocked.contains(record.key()) && !listener.wholeState()) {
        deadLetters.add(
            consumer, record, DeadLetters.Status.parked, "An earlier event of its key has failed");
      } else {
        opened(record).as(listener).ifPresent(events::add);
      }
    }
    if (!events.isEmpty()) {
      listener.apply(events);
    }
    if (listener.wholeState() && !blocked.isEmpty()) {
      highestRevisions(records)
          .forEach((subject, revision) -> deadLetters.clear(consumer, subject, revision));
    }
  }

  /**
   * What makes a tenant known, or empties it, is not taken inside a transaction of the tenant: a
   * reset waits for all of those to end.
   */
  private <T> void takeSettings(
      EventListener<T> listener, String consumer, List<ReceivedRecord> records) {
    listener.apply(
        records.stream().flatMap(record -> opened(record).<T>as(listener).stream()).toList());
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                highestRevisions(records)
                    .forEach(
                        (subject, revision) -> deadLetters.clear(consumer, subject, revision)));
  }

  private ReceivedRecord opened(ReceivedRecord record) {
    return record.saying(seals.open(record.data()));
  }

  /** Without what was recorded before the tenant was last emptied. */
  private List<ReceivedRecord> ofThisEpoch(List<ReceivedRecord> records) {
    int epoch = epochs.current();
    if (records.stream().anyMatch(record -> record.epoch() > epoch)) {
      throw new Faults.TenantNotKnownYet();
    }
    return records.stream().filter(record -> record.epoch() == epoch).toList();
  }

  /** What an operator asks for: this event again, then those parked behind it. */
  <T> int replay(EventListener<T> listener, DeadLetters.DeadLetter letter) {
    int replayed = 0;
    Optional<DeadLetters.DeadLetter> next = Optional.of(letter);
    while (next.isPresent()) {
      DeadLetters.DeadLetter current = next.get();
      opened(current.record()).as(listener).ifPresent(event -> listener.apply(List.of(event)));
      deadLetters.remove(current.id());
      replayed++;
      next =
          listener.wholeState()
              ? Optional.empty()
              : deadLetters.first(current.consumer(), current.record().key());
    }
    return replayed;
  }

  private void putAside(String consumer, ReceivedRecord record, RuntimeException fault) {
    LOG.errorf(
        fault,
        "dead letter: consumer=%s tenant=%s eventId=%s type=%s",
        consumer,
        record.tenant(),
        record.id(),
        record.type());
    QuarkusTransaction.requiringNew()
        .run(() -> deadLetters.add(consumer, record, DeadLetters.Status.failed, Reasons.of(fault)));
  }

  private static Map<String, Long> highestRevisions(List<ReceivedRecord> records) {
    var highest = new HashMap<String, Long>();
    for (ReceivedRecord record : records) {
      highest.merge(record.subject(), record.revision(), Math::max);
    }
    return highest;
  }
}
