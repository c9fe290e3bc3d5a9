package dev.homeport.customer.profile;

import static java.util.stream.Collectors.groupingBy;

import dev.homeport.customer.contract.CustomerChanged;
import dev.homeport.customer.personal.PersonalKey;
import dev.homeport.customer.personal.PersonalKeys;
import dev.homeport.platform.event.OutboundEvent;
import dev.homeport.platform.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** The customers, read and written as wholes, many at once. */
@ApplicationScoped
public class Profiles {
  private final SearchValues searchValues;
  private final PersonalKeys keys;
  private final Outbox outbox;

  Profiles(SearchValues searchValues, PersonalKeys keys, Outbox outbox) {
    this.keys = keys;
    this.searchValues = searchValues;
    this.outbox = outbox;
  }

  /** A customer as it stands, also one that has been merged. */
  public Optional<Profile> find(UUID id) {
    return Optional.ofNullable(read(List.of(id), LockModeType.NONE).get(id));
  }

  /** Those of these customers that exist, in the order of the ids. */
  public List<Profile> findAll(List<UUID> ids) {
    var found = read(ids, LockModeType.NONE);
    return ids.stream().map(found::get).filter(Objects::nonNull).toList();
  }

  /** Those of these customers that exist. Nobody else changes them until the transaction ends. */
  public Map<UUID, Profile> lock(Collection<UUID> ids) {
    return read(ids, LockModeType.PESSIMISTIC_WRITE);
  }

  /** Customers are locked by id, so that two transactions never wait for each other in a ring. */
  private Map<UUID, Profile> read(Collection<UUID> ids, LockModeType lock) {
    var profiles = LinkedHashMap.<UUID, Profile>newLinkedHashMap(ids.size());
    if (!ids.isEmpty()) {
      List<Customer> customers =
          Customer.<Customer>find("id in ?1 order by id", ids).withLock(lock).list();
      Map<UUID, List<ContactPoint>> points =
          ContactPoint.<ContactPoint>stream("customerId in ?1", ids)
              .collect(groupingBy(point -> point.customerId));
      Map<UUID, PersonalKey> keys = this.keys.find(ids);
      for (Customer customer : customers) {
        var own = points.getOrDefault(customer.id, List.of());
        profiles.put(customer.id, new Profile(customer, own, keys.get(customer.id)));
      }
    }
    return profiles;
  }

  /** How many there are, those that were merged included. */
  public long count() {
    return Customer.count();
  }

  /** The states of those that come after one by id; they stay so until the transaction ends. */
  public List<CustomerChanged> holdAfter(UUID after, int limit) {
    return Customer.<Customer>find("id > ?1 order by id", after)
        .withLock(LockModeType.PESSIMISTIC_READ)
        .page(0, limit)
        .stream()
        .map(Customer::changed)
        .toList();
  }

  /** Makes customers that were created or have visibly changed findable, and tells others. */
  public void publish(Collection<Profile> changed) {
    if (changed.isEmpty()) {
      return;
    }
    searchValues.replace(changed);
    List<OutboundEvent> events =
        changed.stream()
            .flatMap(profile -> profile.news().stream())
            .map(news -> news.toEvent())
            .toList();
    outbox.append(events);
  }

  /**
   * Takes everything that is known of these customers away, for good: their keys, what lies under
   * them, and what they are found by. The caller holds their rows.
   */
  public void erase(Collection<UUID> ids, Clock clock) {
    var erased = lock(ids).values();
    ContactPoint.delete("customerId in ?1", ids);
    erased.forEach(profile -> profile.erase(clock));
    publish(erased);
    keys.destroy(ids);
  }
}
