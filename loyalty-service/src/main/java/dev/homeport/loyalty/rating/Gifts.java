package dev.homeport.loyalty.rating;

import dev.homeport.loyalty.fact.Fact;
import dev.homeport.loyalty.fact.GrantFact;
import dev.homeport.loyalty.fact.MigrationFact;
import dev.homeport.loyalty.programme.ProgrammeVersion;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Points that a member brought along from another system, or that somebody gives: they are what
 * they are, no rule or cap is asked. Those of which no expiry is said live as long as points that
 * are given then.
 */
final class Gifts {
  /** Lots of one cause are told apart by their rules. */
  private static final String LOT = "%s-%d";

  private Gifts() {}

  static Rated rate(MigrationFact migration, ProgrammeVersion version) {
    return rated(migration, Reason.MIGRATED, "migration", migration.lots(), version);
  }

  static Rated rate(GrantFact grant, ProgrammeVersion version) {
    var lot = new MigrationFact.Points(grant.points(), null, grant.expiresAt());
    return rated(grant, Reason.GRANTED, "grant", List.of(lot), version);
  }

  private static Rated rated(
      Fact fact,
      Reason reason,
      String name,
      List<MigrationFact.Points> lots,
      ProgrammeVersion version) {
    var awards = new ArrayList<Award>();
    var given = new ArrayList<Explanation.Considered>();
    long points = 0;
    for (MigrationFact.Points lot : lots) {
      String rule = LOT.formatted(name, awards.size() + 1);
      awards.add(award(rule, lot, fact.occurredAt(), version));
      given.add(considered(rule, lot.points()));
      points = Math.addExact(points, lot.points());
    }
    var explanation =
        new Explanation(
            version.document().key(),
            version.number(),
            fact.occurredAt(),
            reason,
            points,
            null,
            version.document().rounding(),
            given,
            List.of(),
            null);
    return new Rated(fact, awards, explanation);
  }

  private static Award award(
      String rule, MigrationFact.Points lot, Instant givenAt, ProgrammeVersion version) {
    Instant later = lot.usableFrom();
    boolean waits = later != null && later.isAfter(givenAt);
    Instant usableFrom = later != null && waits ? later : givenAt;
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
        null,
        List.of(),
        null,
        null,
        new Explanation.Arithmetic("fixed", BigDecimal.ONE, null, exact, null, null, exact),
        List.of());
  }
}
