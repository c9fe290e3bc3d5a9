package dev.homeport.loyalty.rating;

import dev.homeport.loyalty.programme.ProgrammeVersion;
import dev.homeport.loyalty.programme.TierLadder;
import dev.homeport.loyalty.programme.Versions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where members stand, from what their facts have earned. */
public final class Tiers {
  private Tiers() {}

  /**
   * Where a member stands at a moment; empty when the programme has no tiers then.
   *
   * @param ratings of all the member's facts, in the order of time, as {@link Engine} gives them
   */
  public static Optional<TierStanding> standing(
      Versions versions, List<Rated> ratings, Instant moment) {
    Optional<ProgrammeVersion> version = versions.at(moment);
    TierLadder ladder = version.map(now -> now.document().tiers()).orElse(null);
    if (version.isEmpty() || ladder == null) {
      return Optional.empty();
    }
    var course = new TierCourse(ladder, version.get().zone());
    for (Rated rated : ratings) {
      Instant at = rated.fact().occurredAt();
      if (!at.isAfter(moment)) {
        versions
            .at(at)
            .map(then -> Contribution.of(rated, then.document().currencies()))
            .ifPresent(course::add);
      }
    }
    return Optional.of(course.standing(moment));
  }
}
