package dev.homeport.loyalty.rating;

import dev.homeport.loyalty.fact.ActivityFact;
import dev.homeport.loyalty.fact.OrderFact;
import dev.homeport.loyalty.programme.LotLife;
import dev.homeport.loyalty.programme.ProgrammeVersion;
import dev.homeport.loyalty.programme.Versions;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Points that expire when a member does nothing for a while: every order that stands and every
 * activity that counts, of any identity that is the member then, gives what has not expired by then
 * the whole time again.
 */
final class Idleness {
  private final List<Rated> ratings;
  private final Together together;
  private final int[] next;
  private final Map<Span, Instant[]> ends = new HashMap<>();

  /** How long a member may do nothing, counted where days and months begin. */
  private record Span(LotLife.Inactivity life, ZoneId zone) {
    Instant after(Instant moment) {
      return life.after(moment, zone);
    }
  }

  private Idleness(List<Rated> ratings, Together together) {
    this.ratings = ratings;
    this.together = together;
    this.next = new int[ratings.size()];
    for (int i = 0; i < next.length; i++) {
      next[i] = nextAfter(i);
    }
  }

  /** Whether what is done later lets points of before live on. */
  static boolean matters(Versions versions) {
    return versions.all().stream()
        .anyMatch(version -> version.document().life() instanceof LotLife.Inactivity);
  }

  /**
   * The same ratings with later expiries.
   *
   * @param ratings in the order of time
   */
  static List<Rated> extend(Versions versions, List<Rated> ratings, Together together) {
    if (!matters(versions)) {
      return ratings;
    }
    var idleness = new Idleness(ratings, together);
    var extended = new ArrayList<Rated>(ratings.size());
    for (int i = 0; i < ratings.size(); i++) {
      Optional<ProgrammeVersion> version = versions.at(ratings.get(i).fact().occurredAt());
      extended.add(
          version.isPresent() && version.get().document().life() instanceof LotLife.Inactivity life
              ? idleness.extend(i, new Span(life, version.get().zone()))
              : ratings.get(i));
    }
    return extended;
  }

  private Rated extend(int index, Span span) {
    Rated rated = ratings.get(index);
    List<Award> awards =
        rated.awards().stream()
            .map(
                award ->
                    new Award(
                        award.rule(),
                        award.points(),
                        award.waits(),
                        award.usableFrom(),
                        expiry(index, award, span)))
            .toList();
    return new Rated(rated.fact(), awards, rated.explanation());
  }

  private @Nullable Instant expiry(int index, Award award, Span span) {
    Instant expiry = award.expiresAt();
    if (expiry == null || !award.usableFrom().isBefore(expiry)) {
      return expiry; // it lapses
    }
    int last = index;
    while (next[last] < next.length && at(next[last]).isBefore(expiry)) {
      last = next[last];
      Instant end = end(last, span);
      if (end.isAfter(expiry)) {
        return end;
      }
    }
    return expiry;
  }

  /** When points end that have not before, if the member did something just now. */
  private Instant end(int index, Span span) {
    Instant[] known = ends.computeIfAbsent(span, this::ends);
    return known[index];
  }

  private Instant[] ends(Span span) {
    var all = new Instant[next.length];
    for (int i = next.length - 1; i >= 0; i--) {
      Instant own = span.after(at(i));
      all[i] = next[i] < next.length && at(next[i]).isBefore(own) ? all[next[i]] : own;
    }
    return all;
  }

  /** What the same member does next; the length when nothing more. */
  private int nextAfter(int index) {
    UUID identity = ratings.get(index).fact().identityId();
    for (int i = index + 1; i < ratings.size(); i++) {
      if (counts(ratings.get(i))) {
        Set<UUID> member = together.at(identity, at(i));
        if (member.contains(ratings.get(i).fact().identityId())) {
          return i;
        }
      }
    }
    return ratings.size();
  }

  private Instant at(int index) {
    return ratings.get(index).fact().occurredAt();
  }

  private static boolean counts(Rated rated) {
    return (rated.fact() instanceof OrderFact || rated.fact() instanceof ActivityFact)
        && switch (rated.explanation().reason()) {
          case CANCELLED, FULLY_RETURNED, WITHDRAWN, BEFORE_START, AFTER_END -> false;
          default -> true;
        };
  }
}
