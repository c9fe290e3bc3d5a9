package dev.homeport.order.order;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Facts that were told before their order was. Every call lies in a transaction.
 *
 * <p>Whoever adds orders ({@link Orders#insert}) keeps the door from closing until the transaction
 * ends, and then looks for what waits. Whoever finds an order missing closes the door, so that all
 * who add orders have ended, and looks again. So an order and its facts cannot miss each other. The
 * door comes before any row: nobody who holds an order waits for it.
 */
public interface WaitingFacts {
  /** Waits for all who keep the door open; afterwards they wait. */
  void close();

  /** Keeps facts until their orders come; one that waits already is not kept twice. */
  void keep(SortedMap<OrderKey, List<SourceFact>> facts);

  /** Takes out what waits for these orders. */
  Map<OrderKey, List<SourceFact>> takeOut(Collection<OrderKey> keys);
}
