package dev.homeport.gateway.authentication;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * A question to Keycloak about one API key. Where the key was good before, its token serves those
 * who come until the answer is there, so nobody waits for a renewal; and where Keycloak does not
 * answer, the token serves as long as it says itself.
 */
final class KeyExchange {
  private static final Duration BEFORE_EXPIRY = Duration.ofSeconds(5);

  private final Future<Verdict> asked;
  private final Instant begun;
  private final @Nullable Good before;
  private final InstantSource clock;
  private final Duration lifetime;
  private final Duration refusedLifetime;

  /** That Keycloak said yes to a question which was asked at a time. */
  private record Good(Verdict.Accepted verdict, Instant at) {}

  /**
   * @param asked must not fail
   * @param previous the last question about the same key
   * @param lifetime of a yes
   * @param refusedLifetime of a no
   */
  KeyExchange(
      Future<Verdict> asked,
      @Nullable KeyExchange previous,
      InstantSource clock,
      Duration lifetime,
      Duration refusedLifetime) {
    this.asked = asked;
    this.begun = clock.instant();
    this.before = previous == null ? null : previous.good();
    this.clock = clock;
    this.lifetime = lifetime;
    this.refusedLifetime = refusedLifetime;
  }

  /** What is to be done with a request that comes now. */
  Future<Verdict> verdict() {
    if (asked.isComplete()) {
      return Future.succeededFuture(decided());
    }
    return before != null
            && !isOver(before.verdict)
            && clock.instant().isBefore(before.at.plus(lifetime))
        ? Future.succeededFuture(before.verdict)
        : asked.map(_ -> decided());
  }

  /** Whether the last that was heard of the key is that it is good. */
  boolean isGood() {
    return good() != null;
  }

  /** Whether the last that was heard of it is that it is good, and this client's. */
  boolean isGoodOf(String clientId) {
    Good good = good();
    return good != null && good.verdict.caller().client().equals(clientId);
  }

  /** Whether Keycloak is to be asked again: halfway, so that the answer is there in time. */
  boolean isDue() {
    if (!asked.isComplete()) {
      return false;
    }
    return switch (asked.result()) {
      case Verdict.Accepted accepted -> isPast(halfway(accepted)) || isOver(accepted);
      case Verdict.Refused _ -> isPast(begun.plus(refusedLifetime));
      case Verdict.Undecided _, Verdict.TooMany _ -> true;
    };
  }

  private Verdict decided() {
    return asked.result() instanceof Verdict.Undecided && before != null && !isOver(before.verdict)
        ? before.verdict
        : asked.result();
  }

  private @Nullable Good good() {
    if (!asked.isComplete()) {
      return before;
    }
    return switch (asked.result()) {
      case Verdict.Accepted accepted -> new Good(accepted, begun);
      case Verdict.Refused _ -> null;
      case Verdict.Undecided _, Verdict.TooMany _ -> before;
    };
  }

  /** Of the time for which this answer stands, or its token is good where that is shorter. */
  private Instant halfway(Verdict.Accepted accepted) {
    Duration good = Duration.between(begun, accepted.expiresAt());
    return begun.plus((good.compareTo(lifetime) < 0 ? good : lifetime).dividedBy(2));
  }

  private boolean isOver(Verdict.Accepted accepted) {
    return isPast(accepted.expiresAt().minus(BEFORE_EXPIRY));
  }

  private boolean isPast(Instant instant) {
    return !clock.instant().isBefore(instant);
  }
}
