package dev.homeport.platform.outbox;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Sends a batch and waits for the broker's word on each event. */
final class Delivery {
  private Delivery() {}

  /** Returns those that were acknowledged. */
  static List<PendingEvent> send(EventProducer producer, List<PendingEvent> batch) {
    Queue<PendingEvent> acknowledged = new ConcurrentLinkedQueue<>();
    for (PendingEvent event : batch) {
      producer.send(
          event,
          (_, failure) -> {
            if (failure == null) {
              acknowledged.add(event);
            }
          });
    }
    producer.flush();
    return List.copyOf(acknowledged);
  }
}
