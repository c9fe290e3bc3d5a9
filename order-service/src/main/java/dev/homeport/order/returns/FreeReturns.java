package dev.homeport.order.returns;

import dev.homeport.order.order.OrderKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The free returns of the present tenant. Every call lies in a transaction. */
public interface FreeReturns {

  /** Adds those whose key is still free, and names them. */
  Set<UUID> insert(Collection<FreeReturn> returns);

  /** Writes what changed; the rows are locked by the caller. */
  void update(Collection<FreeReturn> returns);

  /** Those of these keys that exist. */
  Map<OrderKey, FreeReturn> find(Collection<OrderKey> keys);

  Optional<FreeReturn> find(UUID id);

  /** Reads and locks those that exist, in an order in which nobody waits for each other. */
  List<FreeReturn> lock(Collection<UUID> ids);

  /** Locks those that name one of these orders. */
  List<FreeReturn> lockNaming(Collection<OrderKey> orders);

  /** Locks the next {@code limit} returns without a rate, of these days, by id. */
  List<FreeReturn> lockPending(LocalDate from, LocalDate to, int limit, @Nullable UUID after);

  /**
   * Locks the next {@code limit} returns of these days, by id.
   *
   * @param currency of the returns; null for all
   */
  List<FreeReturn> lockOfDays(
      LocalDate from, LocalDate to, @Nullable Currency currency, int limit, @Nullable UUID after);

  /** The next {@code limit} returns of a period, by time. */
  List<FreeReturn> returned(
      @Nullable Instant from, @Nullable Instant to, @Nullable Position after, int limit);

  /** A row in the order of time. */
  record Position(Instant returnedAt, UUID id) {}
}
