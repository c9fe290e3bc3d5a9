package dev.homeport.loyalty.journal;

import dev.homeport.loyalty.earning.Fact;
import java.time.Instant;
import java.util.UUID;

/** What moves an account, as the journal keeps it. */
public sealed interface Event {

  /** Whose account. */
  UUID identityId();

  /** When it came to stand as it does. */
  Instant effectiveAt();

  /** A fact, at one of its revisions. */
  record Happened(Fact fact) implements Event {
    @Override
    public UUID identityId() {
      return fact.identityId();
    }

    @Override
    public Instant effectiveAt() {
      return fact.effectiveAt();
    }
  }

  /**
   * Time has passed: what is left of lots is lost.
   *
   * @param id of this expiry alone
   * @param effectiveAt the moment at which lots expire
   */
  record Expiry(UUID id, UUID identityId, Instant effectiveAt) implements Event {}
}
