package dev.homeport.customer.merge;

import dev.homeport.customer.CustomerProblem;
import dev.homeport.customer.consent.store.Consents;
import dev.homeport.customer.contract.IdentityMapped;
import dev.homeport.customer.identity.Identities;
import dev.homeport.customer.person.Field;
import dev.homeport.customer.person.Side;
import dev.homeport.customer.profile.Profile;
import dev.homeport.customer.profile.Profiles;
import dev.homeport.platform.audit.Audit;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.outbox.Outbox;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Merges customers and takes it back. A merge is a record; which customer an identity is and what a
 * customer shows follow from the records that stand, so a reversal restores by removing one. In a
 * tenant one merge follows the other; each locks the identities that move, then the customers.
 */
@ApplicationScoped
public class Merging {
  private final Merges merges;
  private final Identities identities;
  private final Profiles profiles;
  private final Consents consents;
  private final Outbox outbox;
  private final Audit audit;
  private final Clock clock;

  Merging(
      Merges merges,
      Identities identities,
      Profiles profiles,
      Consents consents,
      Outbox outbox,
      Audit audit,
      Clock clock) {
    this.merges = merges;
    this.identities = identities;
    this.profiles = profiles;
    this.consents = consents;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Two customers who can be merged and whom nobody else changes until the transaction ends.
   *
   * @param identities those that would move
   */
  public record Pair(Profile survivor, Profile absorbed, List<UUID> identities) {}

  /** Keeps others of the tenant from merging and reversing until the transaction ends. */
  public void alone() {
    merges.alone();
  }

  /**
   * Locks two customers.
   *
   * @throws Problem when they cannot be merged
   */
  public Pair hold(UUID survivor, UUID absorbed) {
    if (survivor.equals(absorbed)) {
      throw Problem.of(CustomerProblem.MERGE_WITH_ITSELF);
    }
    merges.alone();
    List<UUID> moving = identities.lockOf(absorbed);
    Map<UUID, Profile> locked = profiles.lock(Set.of(survivor, absorbed));
    Profile to = whole(present(locked.get(survivor)).orMoved());
    Profile from = locked.get(absorbed);
    if (from == null) {
      throw Problem.of(CustomerProblem.UNKNOWN_CUSTOMER);
    }
    UUID place = from.mergedInto();
    if (place != null) {
      throw Problem.of(
          CustomerProblem.ALREADY_MERGED,
          "The customer was merged into " + Ids.show(Profile.PREFIX, place) + ".");
    }
    return new Pair(to, whole(from), moving);
  }

  private static Profile present(@Nullable Profile profile) {
    if (profile == null) {
      throw Problem.of(CommonProblem.NOT_FOUND);
    }
    return profile;
  }

  private static Profile whole(Profile profile) {
    if (!profile.active()) {
      throw Problem.of(CustomerProblem.CUSTOMER_ERASED);
    }
    return profile;
  }

  /** Puts one customer in the place of another one. */
  public Merge merge(UUID survivor, UUID absorbed, Map<Field, Side> choices, Merge.Cause cause) {
    return merge(hold(survivor, absorbed), choices, cause, false);
  }

  /**
   * The same for a pair that is held.
   *
   * @param first nobody has been told of the absorbed customer's identities yet
   */
  public Merge merge(Pair pair, Map<Field, Side> choices, Merge.Cause cause, boolean first) {
    Profile survivor = pair.survivor();
    Profile absorbed = pair.absorbed();
    var merge =
        new Merge(
            Ids.next(),
            merges.nextNumber(),
            absorbed.id(),
            survivor.id(),
            cause,
            choices,
            now(),
            null);
    merges.add(merge);
    survivor.takePlaceOf(absorbed, merge.join(), clock);
    point(pair.identities(), survivor.id(), first);
    publish(survivor, absorbed);
    audit.record("customer.merge", "merge", show(merge), null, account(merge));
    return merge;
  }

  /**
   * Takes a merge back, whatever was merged before or since.
   *
   * @throws Problem 404 for one that does not exist, 409 for one that was reversed, 422 for one
   *     whose customers were erased
   */
  public Merge reverse(UUID id) {
    merges.alone();
    Merge merge = merges.find(id).orElseThrow(() -> Problem.of(CommonProblem.NOT_FOUND));
    if (merge.reversedAt() != null) {
      throw Problem.of(CustomerProblem.MERGE_ALREADY_REVERSED);
    }
    UUID place = merges.placeOf(merge.survivor()).orElseThrow();
    List<UUID> returning = merges.beneath(merge.absorbed());
    identities.lock(returning);
    var customers = new HashSet<>(returning);
    customers.add(place);
    Map<UUID, Profile> locked = profiles.lock(customers);
    Profile survivor = present(locked.get(place));
    if (survivor.erased()) {
      throw Problem.of(CustomerProblem.REVERSAL_AFTER_ERASURE);
    }
    Instant now = now();
    merges.reverse(id, now);
    Profile absorbed = survivor.giveBack(id, clock);
    point(returning, absorbed.id(), false);
    publish(survivor, absorbed);
    audit.record("customer.merge.reverse", "merge", show(merge), account(merge), null);
    return merge.reversed(now);
  }

  /** What somebody has allowed counts for whoever is in their place. */
  private void publish(Profile survivor, Profile absorbed) {
    profiles.publish(List.of(survivor, absorbed));
    consents.publish(survivor);
    consents.publish(absorbed);
  }

  private void point(Collection<UUID> moving, UUID customer, boolean first) {
    List<IdentityMapped> mapped = identities.point(moving, customer, first);
    outbox.append(mapped.stream().map(IdentityMapped::toEvent).toList());
  }

  private static Map<String, Object> account(Merge merge) {
    return Map.of(
        "survivorId",
        Ids.show(Profile.PREFIX, merge.survivor()),
        "absorbedId",
        Ids.show(Profile.PREFIX, merge.absorbed()),
        "cause",
        Merges.code(merge.cause()),
        "fields",
        merge.choices());
  }

  private static String show(Merge merge) {
    return Ids.show(Merge.PREFIX, Objects.requireNonNull(merge.id()));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
