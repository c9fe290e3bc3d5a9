package dev.homeport.loyalty.announcement;

import dev.homeport.loyalty.journal.store.ChangeCause;
import dev.homeport.loyalty.programme.Versions;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody who is to be looked at in a programme.
 *
 * @param moment as of which
 * @param causes why, at least one
 */
record Look(UUID customerId, Versions programme, Instant moment, Set<ChangeCause> causes) {
  private static final Set<ChangeCause> SILENT =
      EnumSet.of(ChangeCause.PROGRAMME, ChangeCause.OLD_FACT);

  Look {
    causes = Set.copyOf(causes);
  }

  MemberKey key() {
    return new MemberKey(customerId, programme.key());
  }

  /** Whether the tier may have become another. */
  boolean concernsTier() {
    return !causes.equals(Set.of(ChangeCause.BALANCE));
  }

  /** Whether what comes of it is nothing to act on. */
  boolean backfill() {
    return SILENT.containsAll(causes);
  }

  /** The first of the causes, as it is told. */
  String reason() {
    return switch (Collections.min(causes)) {
      case FACT, OLD_FACT, BALANCE -> "member";
      case MERGE -> "merge";
      case PROGRAMME -> "programme";
      case TIME -> "time";
    };
  }
}
