package dev.homeport.loyalty.rating;

import dev.homeport.loyalty.programme.ProgrammeVersion;
import dev.homeport.loyalty.programme.TierLadder;
import dev.homeport.loyalty.programme.Versions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tiers of one member at moments that come one after the other. */
public final class TierProgress {
  private final Versions versions;
  private List<Rated> ratings = List.of();
  private @Nullable TierCourse course;
  private int version;
  private int next;

  /** Of a member of whom nothing is known yet. */
  public TierProgress(Versions versions) {
    this.versions = versions;
  }

  /**
   * What the member's facts deserve from now on.
   *
   * @param now of all of them, in the order of time
   */
  public void ratings(List<Rated> now) {
    ratings = now;
    course = null;
  }

  /**
   * The key of the tier at a moment, empty below the first; nothing where the programme has no
   * tiers then.
   *
   * @param moment not before the one before
   */
  public Optional<String> tier(Instant moment) {
    Optional<ProgrammeVersion> now = versions.at(moment);
    TierLadder ladder = now.map(at -> at.document().tiers()).orElse(null);
    if (now.isEmpty() || ladder == null) {
      return Optional.empty();
    }
    TierCourse known = course;
    if (known == null || version != now.get().number()) {
      known = new TierCourse(ladder, now.get().zone());
      course = known;
      version = now.get().number();
      next = 0;
    }
    add(known, moment);
    known.advance(moment);
    return Optional.of(ladder.key(known.level()));
  }

  private void add(TierCourse known, Instant moment) {
    while (next < ratings.size()) {
      Rated rated = ratings.get(next);
      Instant at = rated.fact().occurredAt();
      if (at.isAfter(moment)) {
        return;
      }
      versions
          .at(at)
          .map(then -> Contribution.of(rated, then.document().currencies()))
          .ifPresent(known::add);
      next++;
    }
  }
}
