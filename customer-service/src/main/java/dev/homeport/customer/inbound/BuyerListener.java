package dev.homeport.customer.inbound;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.homeport.customer.contract.IdentityMapped;
import dev.homeport.customer.identity.Buyer;
import dev.homeport.customer.identity.Identities;
import dev.homeport.customer.identity.Identities.Mapping;
import dev.homeport.customer.person.Sighting;
import dev.homeport.customer.profile.Profile;
import dev.homeport.customer.profile.Profiles;
import dev.homeport.platform.event.InboundEvent;
import dev.homeport.platform.inbox.EventListener;
import dev.homeport.platform.outbox.Outbox;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Makes a customer of every buyer that an order brings, and learns what the order shows. Needs no
 * inbox: what is known keeps the time at which it was seen, and the better of two values stands, so
 * events may come in any order and any number of times.
 */
@ApplicationScoped
class BuyerListener implements EventListener<BuyerSeen> {
  private final Identities identities;
  private final Profiles profiles;
  private final Sightings sightings;
  private final Outbox outbox;
  private final Clock clock;
  private final Counter seenBuyers;
  private final Counter newIdentities;

  BuyerListener(
      Identities identities,
      Profiles profiles,
      Sightings sightings,
      Outbox outbox,
      Clock clock,
      MeterRegistry metrics) {
    this.identities = identities;
    this.profiles = profiles;
    this.sightings = sightings;
    this.outbox = outbox;
    this.clock = clock;
    this.seenBuyers = metrics.counter("homeport_buyers_seen");
    this.newIdentities = metrics.counter("homeport_buyers_new");
  }

  @Override
  public String topic() {
    return "homeport.buyer.v1";
  }

  @Override
  public Map<String, Class<? extends BuyerSeen>> payloads() {
    return Map.of(BuyerSeen.TYPE, BuyerSeen.class);
  }

  /** An order shows a part of the person; a later one does not replace it. */
  @Override
  public boolean wholeState() {
    return false;
  }

  @Override
  public void apply(List<InboundEvent<BuyerSeen>> events) {
    List<BuyerSeen> seen = events.stream().map(InboundEvent::data).toList();
    Map<UUID, Buyer> buyers = earliest(seen);
    Map<UUID, Mapping> mappings = new HashMap<>(identities.share(buyers.keySet()));
    Set<UUID> created = createMissing(buyers, mappings);
    identities.seenEarlier(
        buyers.values().stream()
            .filter(b -> b.seenAt().isBefore(mappingOf(mappings, b.id()).firstSeenAt()))
            .toList());
    Map<UUID, List<Sighting>> byHome =
        seen.stream()
            .filter(buyer -> !mappingOf(mappings, buyer.identityId()).erased())
            .collect(groupingBy(BuyerSeen::identityId, mapping(sightings::read, toList())));
    publish(learn(byHome, created, mappings), created, mappings);
    seenBuyers.increment(events.size());
    newIdentities.increment(created.size());
  }

  private static Map<UUID, Buyer> earliest(List<BuyerSeen> seen) {
    var buyers = new HashMap<UUID, Buyer>();
    for (BuyerSeen one : seen) {
      var buyer = new Buyer(one.identityId(), one.channel(), one.externalBuyerId(), one.seenAt());
      buyers.merge(buyer.id(), buyer, Buyer::orEarlier);
    }
    return buyers;
  }

  /** Somebody else may make the same identity meanwhile; then theirs stands, and is read again. */
  private Set<UUID> createMissing(Map<UUID, Buyer> buyers, Map<UUID, Mapping> mappings) {
    var missing = new HashMap<>(buyers);
    missing.keySet().removeAll(mappings.keySet());
    if (missing.isEmpty()) {
      return Set.of();
    }
    Set<UUID> created = identities.create(missing.values());
    mappings.putAll(identities.share(missing.keySet()));
    return created;
  }

  private static Mapping mappingOf(Map<UUID, Mapping> mappings, UUID identity) {
    return Objects.requireNonNull(mappings.get(identity));
  }

  /**
   * What an order shows stays with the identity that made it, in its home customer; the customer
   * that it is today only shows it. Returns the customers of which others will see a difference.
   */
  private Set<Profile> learn(
      Map<UUID, List<Sighting>> byHome, Set<UUID> created, Map<UUID, Mapping> mappings) {
    var customers = new HashSet<>(byHome.keySet());
    byHome.keySet().forEach(home -> customers.add(mappingOf(mappings, home).customerId()));
    Map<UUID, Profile> locked = profiles.lock(customers);
    var changed = new HashSet<Profile>();
    var reflecting = new HashSet<Profile>();
    byHome.forEach(
        (home, seen) -> {
          Profile profile = Objects.requireNonNull(locked.get(home));
          boolean shows = profile.see(seen, clock);
          if (shows || created.contains(home)) {
            changed.add(profile);
          }
          UUID today = mappingOf(mappings, home).customerId();
          if (!today.equals(home)) {
            reflecting.add(Objects.requireNonNull(locked.get(today)));
          }
        });
    reflecting.stream().filter(profile -> profile.reflect(clock)).forEach(changed::add);
    return changed;
  }

  private void publish(Set<Profile> changed, Set<UUID> created, Map<UUID, Mapping> mappings) {
    profiles.publish(changed);
    var mapped = new ArrayList<IdentityMapped>();
    for (UUID id : created) {
      Mapping mapping = mappingOf(mappings, id);
      mapped.add(new IdentityMapped(id, mapping.customerId(), mapping.epoch(), mapping.revision()));
    }
    outbox.append(mapped.stream().map(IdentityMapped::toEvent).toList());
  }
}
