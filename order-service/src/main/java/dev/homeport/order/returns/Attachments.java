package dev.homeport.order.returns;

import dev.homeport.order.contract.ReturnChange;
import dev.homeport.order.order.Held;
import dev.homeport.order.order.LineReturn;
import dev.homeport.order.order.Order;
import dev.homeport.order.order.ReturnBook;
import dev.homeport.order.publication.Announcement;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps free returns in step with the orders that they name: whether one counts on its order or for
 * itself is what the order's {@link ReturnBook} says.
 */
public final class Attachments {
  private final FreeReturns returns;
  private final Clock clock;

  public Attachments(FreeReturns returns, Clock clock) {
    this.returns = returns;
    this.clock = clock;
  }

  /** How a free return stands on its order. */
  private record Place(@Nullable UUID order, @Nullable Held held) {}

  /**
   * Writes what has changed for the free returns of orders, which the caller has locked.
   *
   * @return the returns that were looked at
   */
  public List<Moved> follow(Collection<Change> changes) {
    Map<UUID, Place> moved = new HashMap<>();
    Set<UUID> mistakes = new HashSet<>();
    changes.forEach(change -> moved(change, moved, mistakes));
    if (moved.isEmpty() && mistakes.isEmpty()) {
      return List.of();
    }
    Set<UUID> ids = new HashSet<>(moved.keySet());
    ids.addAll(mistakes);
    List<Moved> followed =
        returns.lock(ids).stream()
            .map(back -> new Moved(back, after(back, moved, changes)))
            .toList();
    returns.update(followed.stream().filter(Moved::changed).map(Moved::after).toList());
    return followed;
  }

  /** A free return before and after something happened to its order. */
  public record Moved(FreeReturn before, FreeReturn after) {
    boolean changed() {
      return !after.equals(before);
    }

    /** What to tell others, if anything. */
    public Optional<Announcement> announcement() {
      return after.revision() == before.revision()
          ? Optional.empty()
          : Optional.of(new Announcement.ReturnStands(after, change()));
    }

    private ReturnChange change() {
      if (after.reversal() != null) {
        return ReturnChange.REVERSED;
      }
      return after.attachedTo() == null ? ReturnChange.DETACHED : ReturnChange.ATTACHED;
    }
  }

  /**
   * What happened to an order.
   *
   * @param before null for an order that is new
   */
  public record Change(@Nullable Order before, Order after) {}

  private static void moved(Change change, Map<UUID, Place> to, Set<UUID> mistakes) {
    if (change.after().facts().returns().stream().noneMatch(LineReturn::free)) {
      return;
    }
    Map<UUID, Place> before = change.before() == null ? Map.of() : places(change.before());
    places(change.after())
        .forEach(
            (id, place) -> {
              if (place.held() == Held.REVERSED) {
                mistakes.add(id);
              } else if (!place.equals(before.get(id))) {
                to.put(id, place);
              }
            });
  }

  private static Map<UUID, Place> places(Order order) {
    Map<UUID, Place> places = new HashMap<>();
    for (ReturnBook.Entry entry : order.returnBook().entries()) {
      if (entry.back().free()) {
        places.put(entry.back().id(), new Place(entry.counts() ? order.id() : null, entry.held()));
      }
    }
    return places;
  }

  private FreeReturn after(FreeReturn back, Map<UUID, Place> moved, Collection<Change> changes) {
    Place place = moved.get(back.id());
    if (place != null) {
      return back.attached(place.order(), place.held(), clock);
    }
    return back.reversal() != null
        ? back
        : changes.stream()
            .flatMap(change -> change.after().facts().returns().stream())
            .filter(known -> known.id().equals(back.id()))
            .findFirst()
            .flatMap(known -> Optional.ofNullable(known.reversal()))
            .map(reversal -> back.reversed(reversal, clock))
            .orElse(back);
  }
}
