package dev.homeport.loyalty.rating;

import dev.homeport.loyalty.fact.ActivityFact;
import dev.homeport.loyalty.fact.OrderFact;
import dev.homeport.loyalty.programme.LotStart;
import dev.homeport.loyalty.programme.LotTimes;
import dev.homeport.loyalty.programme.ProgrammeVersion;
import dev.homeport.loyalty.programme.Versions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Points that wait for something that their member does: they open with the first time. */
final class Awaited {
  private final Versions versions;
  private final Together together;
  private final List<ActivityFact> activities;

  private Awaited(Versions versions, List<Rated> ratings, Together together) {
    this.versions = versions;
    this.together = together;
    this.activities =
        ratings.stream()
            .map(Rated::fact)
            .filter(ActivityFact.class::isInstance)
            .map(ActivityFact.class::cast)
            .filter(activity -> !activity.withdrawn())
            .toList();
  }

  /**
   * The same ratings, with the times of points for which something was awaited that has happened.
   *
   * @param ratings in the order of time
   */
  static List<Rated> open(Versions versions, List<Rated> ratings, Together together) {
    if (!matters(versions)) {
      return ratings;
    }
    var awaited = new Awaited(versions, ratings, together);
    return ratings.stream().map(awaited::open).toList();
  }

  /** Whether points wait for anything, in any version. */
  static boolean matters(Versions versions) {
    return versions.all().stream()
        .anyMatch(version -> version.document().start() instanceof LotStart.AfterActivity);
  }

  private Rated open(Rated rated) {
    return rated.fact() instanceof OrderFact order && !rated.awards().isEmpty()
        ? times(order).map(times -> with(rated, times)).orElse(rated)
        : rated;
  }

  private Optional<LotTimes> times(OrderFact order) {
    Optional<ProgrammeVersion> version = versions.at(order.placedAt());
    if (version.isEmpty()
        || !(version.get().document().start() instanceof LotStart.AfterActivity start)) {
      return Optional.empty();
    }
    Instant deadline = start.deadline(order.placedAt(), version.get().zone());
    return activities.stream()
        .filter(activity -> activity.type().equals(start.activity()))
        .filter(activity -> !activity.happenedAt().isBefore(order.placedAt()))
        .filter(activity -> !activity.happenedAt().isAfter(deadline))
        .filter(activity -> isMembers(order, activity))
        .findFirst()
        .map(
            activity ->
                start.happened(
                    activity.happenedAt(), version.get().document().life(), version.get().zone()));
  }

  private boolean isMembers(OrderFact order, ActivityFact activity) {
    return together.at(order.identityId(), activity.happenedAt()).contains(activity.identityId());
  }

  private static Rated with(Rated rated, LotTimes times) {
    List<Award> awards =
        rated.awards().stream()
            .map(
                award ->
                    new Award(
                        award.rule(),
                        award.points(),
                        times.waits(),
                        times.usableFrom(),
                        times.expiresAt()))
            .toList();
    return new Rated(rated.fact(), awards, rated.explanation());
  }
}
