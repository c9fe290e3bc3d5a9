package dev.homeport.customer.consent;

import dev.homeport.customer.consent.ConsentDecision.State;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a person has said about one purpose. Records fold by their own times, so that whatever
 * the order in which they come, and however often, the same follows.
 */
public final class ConsentHistory {
  private final List<ConsentRecord> records;

  private ConsentHistory(List<ConsentRecord> records) {
    this.records = records;
  }

  /** The records about a purpose among others. */
  public static ConsentHistory of(String purpose, Collection<ConsentRecord> all) {
    return new ConsentHistory(
        all.stream()
            .filter(record -> record.purpose().equals(purpose))
            .distinct()
            .sorted(ConsentRecord.ORDER)
            .toList());
  }

  /** What was in force at a moment. */
  public ConsentDecision decide(Purpose purpose, @Nullable String country, Instant at) {
    ConsentRecord last = null;
    ConsentRecord confirmation = null;
    for (ConsentRecord record : records) {
      if (record.at().isAfter(at)) {
        break;
      }
      switch (record.kind()) {
        case GRANT -> last = record;
        case CONFIRMATION -> {
          if (last != null && last.kind() == ConsentRecord.Kind.GRANT) {
            confirmation = record;
          }
        }
        case DENIAL, WITHDRAWAL -> {
          last = record;
          confirmation = null;
        }
      }
    }
    return decision(purpose, purpose.in(country), last, confirmation, at);
  }

  private static ConsentDecision decision(
      Purpose purpose,
      Purpose.Rule rule,
      @Nullable ConsentRecord last,
      @Nullable ConsentRecord confirmation,
      Instant at) {
    Instant until = last == null || objects(last) ? null : until(purpose, last, confirmation);
    State state = state(rule, last, confirmation, until, at);
    boolean allowed =
        switch (rule.basis()) {
          case CONSENT -> state == State.GRANTED;
          case LEGITIMATE_INTEREST -> state != State.DENIED && state != State.WITHDRAWN;
          case CONTRACT, LEGAL_OBLIGATION -> true;
        };
    return new ConsentDecision(purpose.code(), allowed, state, rule.basis(), last, until);
  }

  private static State state(
      Purpose.Rule rule,
      @Nullable ConsentRecord last,
      @Nullable ConsentRecord confirmation,
      @Nullable Instant until,
      Instant at) {
    if (last == null) {
      return State.UNKNOWN;
    }
    return switch (last.kind()) {
      case DENIAL -> State.DENIED;
      case WITHDRAWAL -> State.WITHDRAWN;
      case GRANT, CONFIRMATION -> {
        if (until != null && !until.isAfter(at)) {
          yield State.EXPIRED;
        }
        yield rule.doubleOptIn() && confirmation == null ? State.PENDING : State.GRANTED;
      }
    };
  }

  private static boolean objects(ConsentRecord record) {
    return record.kind() == ConsentRecord.Kind.DENIAL
        || record.kind() == ConsentRecord.Kind.WITHDRAWAL;
  }

  /** A grant's own end stands over the purpose's; a later confirmation begins the time anew. */
  private static @Nullable Instant until(
      Purpose purpose, ConsentRecord grant, @Nullable ConsentRecord confirmation) {
    if (grant.expiresAt() != null) {
      return grant.expiresAt();
    }
    Instant from =
        confirmation != null && confirmation.at().isAfter(grant.at())
            ? confirmation.at()
            : grant.at();
    return purpose.validFrom(from);
  }
}
