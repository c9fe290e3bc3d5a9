package dev.homeport.loyalty.programme;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a version of a programme stands: draft, in review, scheduled, active, retired. Each stage
 * offers what is possible there and nothing else.
 */
public sealed interface Stage {

  /** It can be changed. */
  record Draft() implements Stage {
    /** Asks somebody to approve it. What it says must be sound. */
    public InReview submit(String by, Instant at) {
      return new InReview(by, at);
    }
  }

  /** It waits for approval and cannot be changed. */
  record InReview(String submittedBy, Instant submittedAt) implements Stage {
    /** It is to be changed. */
    public Draft sendBack() {
      return new Draft();
    }

    /**
     * Lets it run from a moment on, which may lie in the past for the first version of a programme.
     *
     * @param first whether the programme has never run
     * @param secondPerson whether whoever submitted it may not approve it
     */
    public Decision approve(
        String by, Instant at, Instant startsAt, boolean first, boolean secondPerson) {
      if (secondPerson && by.equals(submittedBy)) {
        return new Decision.Refused(Refusal.SAME_PERSON);
      }
      if (!first && startsAt.isBefore(at)) {
        return new Decision.Refused(Refusal.STARTS_IN_THE_PAST);
      }
      return new Decision.Approved(new Approval(submittedBy, by, at, startsAt));
    }
  }

  /** It will rate orders from its start on. */
  record Scheduled(Approval approval) implements Stage {
    /** It is to be changed after all. */
    public Draft withdraw() {
      return new Draft();
    }
  }

  /** It rates the orders that are placed now. */
  record Active(Approval approval) implements Stage {}

  /**
   * It rates orders of its time and no later ones.
   *
   * @param endedAt when the next version started or the programme ended
   */
  record Retired(Approval approval, Instant endedAt) implements Stage {}

  /** Who let a version run, and from when on. */
  record Approval(String submittedBy, String approvedBy, Instant approvedAt, Instant startsAt) {
    /**
     * Where an approved version stands at a moment.
     *
     * @param endsAt when the next version starts or the programme ends; null when neither is known
     */
    public Stage at(Instant now, @Nullable Instant endsAt) {
      if (endsAt != null && !now.isBefore(endsAt)) {
        return new Retired(this, endsAt);
      }
      return now.isBefore(startsAt) ? new Scheduled(this) : new Active(this);
    }
  }

  /** What came of asking for approval. */
  sealed interface Decision {
    /** It runs from its start on. */
    record Approved(Approval approval) implements Decision {}

    /** It stays in review. */
    record Refused(Refusal refusal) implements Decision {}
  }

  /** Why a version is not approved. */
  enum Refusal {
    /** The programme wants two people. */
    SAME_PERSON,
    /** Only the first version may rate what has already happened. */
    STARTS_IN_THE_PAST
  }

  /** As callers see it. */
  default String slug() {
    return switch (this) {
      case Draft _ -> "draft";
      case InReview _ -> "in-review";
      case Scheduled _ -> "scheduled";
      case Active _ -> "active";
      case Retired _ -> "retired";
    };
  }
}
