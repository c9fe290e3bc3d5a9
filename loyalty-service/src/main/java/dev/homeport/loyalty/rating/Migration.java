package dev.homeport.loyalty.rating;

import dev.homeport.loyalty.fact.MigrationFact;
import dev.homeport.loyalty.programme.ProgrammeVersion;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Points that a member brought along from another system: they are what they are, no rule or cap is
 * asked. Those of which no expiry is said live as long as points that are given then.
 */
final class Migration {
  /** Lots of one cause are told apart by their rules. */
  private static final String LOT = "migration-%d";

  private Migration() {}

  static Rated rate(MigrationFact migration, ProgrammeVersion version) {
    var awards = new ArrayList<Award>();
    var brought = new ArrayList<Explanation.Considered>();
    for (MigrationFact.Points lot : migration.lots()) {
      String rule = LOT.formatted(awards.size() + 1);
      awards.add(award(rule, lot, migration.migratedAt(), version));
      brought.add(considered(rule, lot.points()));
    }
    return new Rated(migration, awards, explanation(migration, version, brought));
  }

  private static Award award(
      String rule, MigrationFact.Points lot, Instant migratedAt, ProgrammeVersion version) {
    Instant later = lot.usableFrom();
    boolean waits = later != null && later.isAfter(migratedAt);
    Instant usableFrom = later != null && waits ? later : migratedAt;
    @Nullable Instant expiresAt =
        lot.expiresAt() == null
            ? version.document().life().expiry(usableFrom, version.zone()).orElse(null)
            : lot.expiresAt();
    return new Award(rule, lot.points(), waits, usableFrom, expiresAt);
  }

  private static Explanation.Considered considered(String rule, long points) {
    BigDecimal exact = BigDecimal.valueOf(points);
    return new Explanation.Considered(
        rule,
        Reason.EARNED,
        points,
        false,
        null,
        null,
        List.of(),
        null,
        null,
        new Explanation.Arithmetic("fixed", BigDecimal.ONE, exact, null, null, exact),
        List.of());
  }

  private static Explanation explanation(
      MigrationFact migration, ProgrammeVersion version, List<Explanation.Considered> brought) {
    return new Explanation(
        version.document().key(),
        version.number(),
        migration.migratedAt(),
        Reason.MIGRATED,
        migration.lots().stream().mapToLong(MigrationFact.Points::points).sum(),
        null,
        version.document().rounding(),
        brought,
        List.of(),
        null);
  }
}
