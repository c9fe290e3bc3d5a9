package dev.homeport.platform.inbox;

import dev.homeport.platform.event.InboundEvent;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a service does with the events of a topic. Every bean of this type gets a consumer group of
 * its own, named {@code <service>.<topic>}.
 *
 * @param <T> the consumer's own view of the data: a record, or a sealed family of them
 */
public interface EventListener<T> {
  String topic();

  /** Names the consumer group behind the service; another one where two listen to one topic. */
  default String consumer() {
    return topic();
  }

  /** The record for each CloudEvents type; events of other types are passed over. */
  Map<String, Class<? extends T>> payloads();

  /**
   * Whether each event carries the whole state of its subject. If so, a later one supersedes a dead
   * letter; if not, later events of its key are parked behind it.
   */
  boolean wholeState();

  /** False only for what makes tenants known in the first place; then no transaction is open. */
  default boolean knownTenantsOnly() {
    return true;
  }

  /**
   * Whether events of that tenant are taken at all. Asked before anything else is done with a
   * batch, so that a listener which few tenants use costs the others nothing; it must be quick.
   */
  default boolean concerns(UUID tenant) {
    return true;
  }

  /**
   * Takes events of one tenant, in order, inside one transaction. Must be idempotent: by revision,
   * or by {@link Inbox}. A fault that may pass (database away, lock, deadlock) is tried again; with
   * any other the batch is halved until the one event is found, which goes to the dead letters.
   */
  void apply(List<InboundEvent<T>> events);
}
