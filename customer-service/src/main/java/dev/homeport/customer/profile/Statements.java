package dev.homeport.customer.profile;

import dev.homeport.customer.contract.IdentityMapped;
import dev.homeport.customer.identity.Buyer;
import dev.homeport.customer.identity.Identities;
import dev.homeport.customer.identity.Identities.Mapping;
import dev.homeport.customer.person.Field;
import dev.homeport.platform.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Takes what is said of many customers, in as few statements to the database as there are tables.
 * Each is named by a buyer; a buyer of whom nobody has heard becomes a customer.
 */
@ApplicationScoped
public class Statements {
  private final Identities identities;
  private final Profiles profiles;
  private final Outbox outbox;
  private final Clock clock;

  Statements(Identities identities, Profiles profiles, Outbox outbox, Clock clock) {
    this.identities = identities;
    this.profiles = profiles;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * What is said of the customer that a buyer is today.
   *
   * @param fields those of which something is said; the others stay as they are, and so do
   *     attributes that are not named
   */
  public record Statement(Buyer buyer, StatedProfile said, Set<Field> fields) {}

  /** What became of a statement. */
  public enum Outcome {
    /** There is a new customer. */
    MADE,
    CHANGED,
    /** All of it was known. */
    UNCHANGED,
    /** The person asked to be forgotten. */
    ERASED,
    /** With those that are there, the customer would have too many attributes. */
    TOO_MANY_ATTRIBUTES
  }

  /** Takes statements one after the other, in one transaction; an outcome for each. */
  public List<Outcome> take(List<Statement> statements) {
    var buyers = new HashMap<UUID, Buyer>();
    statements.forEach(each -> buyers.putIfAbsent(each.buyer().id(), each.buyer()));
    Map<UUID, Mapping> mappings = new HashMap<>(identities.share(buyers.keySet()));
    Set<UUID> created = createMissing(buyers, mappings);
    Map<UUID, Profile> customers =
        profiles.lock(
            mappings.values().stream().map(Mapping::customerId).collect(Collectors.toSet()));
    var fresh = new HashSet<>(created);
    var changed = new LinkedHashSet<Profile>();
    var outcomes = new ArrayList<Outcome>(statements.size());
    for (Statement statement : statements) {
      UUID identity = statement.buyer().id();
      Mapping mapping = Objects.requireNonNull(mappings.get(identity));
      Profile customer = Objects.requireNonNull(customers.get(mapping.customerId()));
      Outcome outcome = mapping.erased() ? Outcome.ERASED : take(statement, customer);
      if (fresh.remove(identity)) {
        outcome = Outcome.MADE;
      }
      if (outcome == Outcome.MADE || outcome == Outcome.CHANGED) {
        changed.add(customer);
      }
      outcomes.add(outcome);
    }
    profiles.publish(changed);
    announce(created, mappings);
    return outcomes;
  }

  /** Somebody else may make the same buyer meanwhile; then theirs stands, and is read. */
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

  private Outcome take(Statement statement, Profile customer) {
    if (customer.erased()) {
      return Outcome.ERASED;
    }
    StatedProfile present = customer.stated();
    StatedProfile said = statement.said().besideAttributesOf(present);
    if (said.attributes().size() > StatedProfile.MAX_ATTRIBUTES) {
      return Outcome.TOO_MANY_ATTRIBUTES;
    }
    Set<Field> news = present.differences(present.taking(statement.fields(), said));
    return !news.isEmpty() && customer.state(said, news, clock)
        ? Outcome.CHANGED
        : Outcome.UNCHANGED;
  }

  private void announce(Collection<UUID> created, Map<UUID, Mapping> mappings) {
    var mapped = new ArrayList<IdentityMapped>(created.size());
    for (UUID id : created) {
      Mapping mapping = Objects.requireNonNull(mappings.get(id));
      mapped.add(new IdentityMapped(id, mapping.customerId(), mapping.epoch(), mapping.revision()));
    }
    outbox.append(mapped.stream().map(IdentityMapped::toEvent).toList());
  }
}
