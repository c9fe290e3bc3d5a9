package dev.homeport.customer.profile;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.homeport.customer.contract.CustomerChanged;
import dev.homeport.customer.person.Join;
import dev.homeport.customer.personal.PersonalKey;
import dev.homeport.customer.personal.PersonalKeys;
import dev.homeport.customer.profile.Profile.Joined;
import dev.homeport.platform.event.OutboundEvent;
import dev.homeport.platform.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The customers, read and written as wholes, many at once. */
@ApplicationScoped
public class Profiles {
  private final SearchValues searchValues;
  private final JoinTable joins;
  private final MatchQueue matchQueue;
  private final PersonalKeys keys;
  private final Outbox outbox;

  Profiles(
      SearchValues searchValues,
      JoinTable joins,
      MatchQueue matchQueue,
      PersonalKeys keys,
      Outbox outbox) {
    this.keys = keys;
    this.searchValues = searchValues;
    this.joins = joins;
    this.matchQueue = matchQueue;
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

  /**
   * Those of these customers that exist, as they stand. Nobody changes them until the transaction
   * ends, but others may read them in the same way.
   */
  public Map<UUID, Profile> hold(Collection<UUID> ids) {
    return read(ids, LockModeType.PESSIMISTIC_READ);
  }

  /**
   * Customers are locked by id together with those merged into them, so that two transactions never
   * wait for each other in a ring. The merged ones are read after that: whoever makes them other
   * customers' has the lock of the one in whose place they are.
   */
  private Map<UUID, Profile> read(Collection<UUID> ids, LockModeType lock) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    if (lock != LockModeType.NONE) {
      Customer.find("id in ?1 or mergedInto in ?1 order by id", ids).withLock(lock).list();
    }
    List<Customer> customers = Customer.list("id in ?1 order by id", ids);
    List<Customer> merged = Customer.<Customer>list("mergedInto in ?1", ids);
    var rows = new Rows(customers, merged);
    Map<UUID, Profile> members = LinkedHashMap.newLinkedHashMap(merged.size());
    Map<UUID, List<Join>> joins = joins(merged);
    var profiles = LinkedHashMap.<UUID, Profile>newLinkedHashMap(ids.size());
    for (Customer customer : customers) {
      if (!joins.containsKey(customer.id)) {
        profiles.put(customer.id, rows.profile(customer));
      }
    }
    for (Customer customer : merged) {
      Profile known = profiles.get(customer.id);
      members.put(customer.id, known == null ? rows.profile(customer) : known);
    }
    for (Customer customer : customers) {
      List<Join> beneath = joins.get(customer.id);
      if (beneath != null) {
        List<Joined> joined =
            beneath.stream()
                .map(join -> new Joined(join, Objects.requireNonNull(members.get(join.absorbed()))))
                .toList();
        profiles.put(customer.id, rows.profile(customer, joined));
      }
    }
    return profiles;
  }

  /** The contact points of customers, and the keys that open them. */
  private final class Rows {
    private final Map<UUID, List<ContactPoint>> points;
    private final Map<UUID, PersonalKey> opening;

    Rows(List<Customer> customers, List<Customer> merged) {
      var all =
          Stream.concat(customers.stream(), merged.stream())
              .map(each -> each.id)
              .distinct()
              .toList();
      points =
          ContactPoint.<ContactPoint>stream("customerId in ?1", all)
              .collect(groupingBy(point -> point.customerId));
      opening = keys.find(all);
    }

    Profile profile(Customer customer) {
      return new Profile(customer, points(customer), opening.get(customer.id));
    }

    Profile profile(Customer customer, List<Joined> joined) {
      return new Profile(customer, points(customer), opening.get(customer.id), joined);
    }

    private List<ContactPoint> points(Customer customer) {
      return points.getOrDefault(customer.id, List.of());
    }
  }

  /** The merges beneath each customer, by number. */
  private Map<UUID, List<Join>> joins(List<Customer> merged) {
    if (merged.isEmpty()) {
      return Map.of();
    }
    var places = merged.stream().collect(toMap(each -> each.id, each -> each.mergedInto));
    return joins.of(places.keySet()).stream()
        .collect(groupingBy(join -> Objects.requireNonNull(places.get(join.absorbed()))));
  }

  /** How many there are, those that were merged included. */
  public long count() {
    return Customer.count();
  }

  /** The states of those that come after one by id; they stay so until the transaction ends. */
  public List<CustomerChanged> holdAfter(UUID after, int limit) {
    List<UUID> ids =
        Customer.getEntityManager()
            .createQuery("select id from Customer where id > ?1 order by id", UUID.class)
            .setParameter(1, after)
            .setMaxResults(limit)
            .getResultList();
    return hold(ids).values().stream()
        .map(Profile::changed)
        .sorted(Comparator.comparing(CustomerChanged::customerId, Profiles::asTheDatabaseDoes))
        .toList();
  }

  /** Java compares the halves of a UUID as signed numbers. */
  private static int asTheDatabaseDoes(UUID one, UUID other) {
    return one.toString().compareTo(other.toString());
  }

  /** Makes customers that were created or have visibly changed findable, and tells others. */
  public void publish(Collection<Profile> changed) {
    if (changed.isEmpty()) {
      return;
    }
    searchValues.replace(changed);
    matchQueue.enqueue(changed.stream().filter(Profile::comparable).map(Profile::id).toList());
    List<OutboundEvent> events =
        changed.stream()
            .flatMap(profile -> profile.news().stream())
            .map(news -> news.toEvent())
            .toList();
    outbox.append(events);
  }

  /**
   * Takes everything that is known of a customer away, and of all that were merged into it, for
   * good: their keys, what lies under them, and what they are found by.
   *
   * @param everybody the customer and those that were merged into it, all of them locked
   */
  public void erase(Profile customer, Collection<Profile> everybody, Clock clock) {
    List<UUID> ids = everybody.stream().map(Profile::id).toList();
    ContactPoint.delete("customerId in ?1", ids);
    customer.erase(clock);
    publish(everybody);
    searchValues.delete(ids);
    matchQueue.remove(ids);
    keys.destroy(ids);
  }
}
