package dev.homeport.loyalty.journal;

import dev.homeport.loyalty.fact.Fact;
import dev.homeport.loyalty.ledger.Draw;
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

  /** Nothing but time has passed, up to a moment. */
  sealed interface Passed extends Event {
    /** Of this event alone. */
    UUID id();
  }

  /** Time has passed: what is left of lots that expire at this moment is lost. */
  record Expiry(UUID id, UUID identityId, Instant effectiveAt) implements Passed {}

  /** Time has passed: lots that waited for this moment can be used. */
  record Opening(UUID id, UUID identityId, Instant effectiveAt) implements Passed {}

  /**
   * A version of a programme was approved that counts for facts which had happened before: they are
   * rated again.
   *
   * @param id of the programme
   * @param effectiveAt when the version starts
   */
  record NewVersion(UUID id, UUID identityId, Instant effectiveAt, String programme, int version)
      implements Event {}

  /**
   * What a spend takes from the points of one identity, in one programme. A spend may draw on all
   * identities of a member; how its points fall on them is kept with it.
   *
   * @param id of the spend
   * @param revision of the spend, from 1 on
   * @param spenderId the identity that made it
   * @param at when the points are drawn: never anything but the moment of its first revision
   * @param effectiveAt when it came to stand as it does
   * @param use what becomes of the points
   * @param points how many of this identity; 0 when they are there again
   */
  record Spent(
      UUID id,
      long revision,
      UUID identityId,
      UUID spenderId,
      String programme,
      Instant at,
      Instant effectiveAt,
      Draw.Use use,
      long points)
      implements Event {

    /** The same spend with other points of an identity. */
    public Spent of(UUID identity, long taken, Instant from) {
      return new Spent(id, revision, identity, spenderId, programme, at, from, use, taken);
    }

    /** The same part of the spend, of which something else has become. */
    public Spent then(Draw.Use next, long taken, Instant from) {
      return new Spent(id, revision + 1, identityId, spenderId, programme, at, from, next, taken);
    }

    /** The points that it takes. */
    public Draw draw() {
      return new Draw(id, at, use, points);
    }
  }

  /**
   * What another identity of the same member did, or which identities are the member, has changed
   * what facts of this one deserve.
   *
   * @param id of the fact, or the identity that came or went
   */
  record MemberChanged(UUID id, UUID identityId, Instant effectiveAt) implements Event {}
}
