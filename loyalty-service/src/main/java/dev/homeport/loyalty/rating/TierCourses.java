package dev.homeport.loyalty.rating;

import dev.homeport.loyalty.programme.ProgrammeVersion;
import dev.homeport.loyalty.programme.TierLadder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The tiers of members while their facts are rated in the order of time. Each set of identities
 * that is one member at some time has a course of its own, over all that they did, also before;
 * each version of the programme looks at all of it by its own settings.
 */
final class TierCourses {
  private final List<Counted> counted = new ArrayList<>();
  private final Map<Key, TierCourse> courses = new HashMap<>();

  private record Counted(UUID identityId, Contribution contribution) {}

  private record Key(int version, Set<UUID> identities) {}

  /** Counts a fact for all later ones. */
  void add(Rated rated, ProgrammeVersion version) {
    var contribution = Contribution.of(rated, version.document().currencies());
    UUID identity = rated.fact().identityId();
    counted.add(new Counted(identity, contribution));
    courses.forEach(
        (key, course) -> {
          if (key.identities().contains(identity)) {
            course.add(contribution);
          }
        });
  }

  /** The key of the tier of identities at a moment, before whatever happens then. */
  String tier(ProgrammeVersion version, Set<UUID> identities, Instant moment) {
    TierLadder ladder = version.document().tiers();
    if (ladder == null) {
      return "";
    }
    TierCourse course =
        courses.computeIfAbsent(
            new Key(version.number(), Set.copyOf(identities)),
            key -> course(ladder, version, key.identities()));
    course.advance(moment);
    return ladder.key(course.level());
  }

  private TierCourse course(TierLadder ladder, ProgrammeVersion version, Set<UUID> identities) {
    var course = new TierCourse(ladder, version.zone());
    for (Counted one : counted) {
      if (identities.contains(one.identityId())) {
        course.add(one.contribution());
      }
    }
    return course;
  }
}
