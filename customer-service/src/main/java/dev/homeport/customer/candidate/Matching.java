package dev.homeport.customer.candidate;

import dev.homeport.customer.candidate.MatchCandidates.Pair;
import dev.homeport.customer.contact.Disguises;
import dev.homeport.customer.identity.Identity;
import dev.homeport.customer.matching.Match;
import dev.homeport.customer.matching.Matcher;
import dev.homeport.customer.matching.Presence;
import dev.homeport.customer.matching.Rules;
import dev.homeport.customer.matching.Traits;
import dev.homeport.customer.matching.Traits.Key;
import dev.homeport.customer.merge.Merge;
import dev.homeport.customer.merge.Merging;
import dev.homeport.customer.profile.Profile;
import dev.homeport.customer.profile.Profiles;
import dev.homeport.platform.problem.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Looks at some customers of a tenant: writes what others find them by, and only when that is there
 * to be seen, finds others. So of two that are looked at at the same time one sees the other.
 */
@ApplicationScoped
class Matching {
  private static final Logger LOG = Logger.getLogger(Matching.class);

  private final Profiles profiles;
  private final MatchKeys keys;
  private final MatchCandidates candidates;
  private final MatchingSettings settings;
  private final Merging merging;
  private final Disguises disguises;

  Matching(
      Profiles profiles,
      MatchKeys keys,
      MatchCandidates candidates,
      MatchingSettings settings,
      Merging merging,
      Disguises disguises) {
    this.profiles = profiles;
    this.keys = keys;
    this.candidates = candidates;
    this.settings = settings;
    this.merging = merging;
    this.disguises = disguises;
  }

  /** Whose place a merge would leave to whom. */
  private record Merger(UUID survivor, UUID absorbed) {}

  void look(List<UUID> customers) {
    QuarkusTransaction.requiringNew().run(() -> write(customers));
    List<Merger> certain = QuarkusTransaction.requiringNew().call(() -> find(customers));
    var touched = new HashSet<UUID>();
    for (Merger merger : certain) {
      // What has just been merged is somebody else now, and waits to be looked at as such.
      if (!touched.contains(merger.survivor()) && !touched.contains(merger.absorbed())) {
        touched.add(merger.survivor());
        touched.add(merger.absorbed());
        merge(merger);
      }
    }
  }

  private void write(List<UUID> customers) {
    List<Traits> traits =
        profiles.hold(customers).values().stream()
            .filter(Profile::active)
            .map(profile -> Traits.of(profile.id(), profile.shown(), List.of(), disguises))
            .toList();
    keys.write(customers, traits);
  }

  private List<Merger> find(List<UUID> customers) {
    Rules rules = settings.get().rules();
    Map<UUID, Profile> looked = active(customers);
    Set<Key> own = new HashSet<>();
    looked
        .values()
        .forEach(
            profile ->
                own.addAll(Traits.of(profile.id(), profile.shown(), List.of(), disguises).keys()));
    Map<Key, List<UUID>> ids = keys.blocks(own);
    var involved = new HashSet<>(looked.keySet());
    ids.values().stream()
        .filter(block -> block.size() <= Matcher.LARGEST_BLOCK)
        .forEach(involved::addAll);
    Map<UUID, Profile> known = active(involved);
    Map<UUID, Traits> traits = traits(known.values());
    Map<Pair, Match> found = compare(looked.keySet(), ids, traits, rules);
    found.keySet().removeAll(candidates.refused(List.copyOf(found.keySet())));
    candidates.record(looked.keySet(), found);
    if (!rules.automatic()) {
      return List.of();
    }
    return found.entrySet().stream()
        .filter(each -> each.getValue().merges())
        .map(each -> merger(of(known, each.getKey().one()), of(known, each.getKey().other())))
        .toList();
  }

  private Map<UUID, Profile> active(Collection<UUID> ids) {
    var active = new HashMap<UUID, Profile>();
    profiles.findAll(List.copyOf(ids)).stream()
        .filter(Profile::active)
        .forEach(profile -> active.put(profile.id(), profile));
    return active;
  }

  private Map<UUID, Traits> traits(Collection<Profile> involved) {
    Map<UUID, List<Presence>> presences =
        keys.presences(involved.stream().map(Profile::id).toList());
    var traits = new HashMap<UUID, Traits>();
    for (Profile profile : involved) {
      traits.put(
          profile.id(),
          Traits.of(
              profile.id(),
              profile.shown(),
              presences.getOrDefault(profile.id(), List.of()),
              disguises));
    }
    return traits;
  }

  private static Map<Pair, Match> compare(
      Set<UUID> looked, Map<Key, List<UUID>> ids, Map<UUID, Traits> traits, Rules rules) {
    var blocks = new HashMap<Key, List<Traits>>();
    ids.forEach(
        (key, block) -> {
          var members = new ArrayList<Traits>();
          block.forEach(id -> members.add(traits.getOrDefault(id, nobody(id))));
          blocks.put(key, members);
        });
    var matcher = new Matcher(rules, blocks);
    var pairs = new HashSet<Pair>();
    blocks.forEach(
        (_, block) -> {
          if (Matcher.finds(block)) {
            pairs(block, looked, traits, pairs);
          }
        });
    var found = new HashMap<Pair, Match>();
    for (Pair pair : pairs) {
      matcher
          .compare(of(traits, pair.one()), of(traits, pair.other()))
          .ifPresent(match -> found.put(pair, match));
    }
    return found;
  }

  private static void pairs(
      List<Traits> block, Set<UUID> looked, Map<UUID, Traits> traits, Set<Pair> pairs) {
    for (Traits one : block) {
      if (looked.contains(one.customer())) {
        for (Traits other : block) {
          if (!one.customer().equals(other.customer()) && traits.containsKey(other.customer())) {
            pairs.add(Pair.of(one.customer(), other.customer()));
          }
        }
      }
    }
  }

  private static <T> T of(Map<UUID, T> all, UUID id) {
    return Objects.requireNonNull(all.get(id));
  }

  /** Somebody of a block that is too large to be read, or who was merged a moment ago. */
  private static Traits nobody(UUID id) {
    return new Traits(id, null, Set.of(), Set.of(), Set.of(), Set.of(), null, List.of());
  }

  /** Who was made through the API stays, else who has been here longer. */
  private static Merger merger(Profile one, Profile other) {
    Comparator<Profile> order =
        Comparator.comparing((Profile each) -> !each.homeChannel().equals(Identity.HOME_CHANNEL))
            .thenComparing(Profile::createdAt)
            .thenComparing(Profile::id);
    return order.compare(one, other) <= 0
        ? new Merger(one.id(), other.id())
        : new Merger(other.id(), one.id());
  }

  /** Somebody may have merged one of them meanwhile; then both are looked at again anyway. */
  private void merge(Merger merger) {
    try {
      QuarkusTransaction.requiringNew()
          .run(
              () ->
                  merging.merge(merger.survivor(), merger.absorbed(), Map.of(), Merge.Cause.MATCH));
    } catch (Problem | dev.homeport.customer.profile.CustomerMoved _) {
      LOG.debugf("not merged after all: customerId=%s", merger.absorbed());
    }
  }
}
