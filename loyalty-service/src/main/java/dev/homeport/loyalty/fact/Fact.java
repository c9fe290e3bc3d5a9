package dev.homeport.loyalty.fact;

import java.time.Instant;
import java.util.UUID;

/** Something that happened to a buyer, as it now stands. A higher revision replaces a lower one. */
public sealed interface Fact
    permits OrderFact, FreeReturnFact, ActivityFact, MigrationFact, GrantFact {

  /** The order, return, activity, migration or grant. */
  UUID id();

  /** The buyer on a channel to whom it belongs for ever. */
  UUID identityId();

  /** Rises with every change of the fact. */
  long revision();

  /** When it happened: the version of the programme of that moment rates it. */
  Instant occurredAt();

  /** When it last changed what the account deserves. */
  Instant effectiveAt();
}
