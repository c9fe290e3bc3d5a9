package dev.homeport.customer.consent;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether data may be used for a purpose at a moment.
 *
 * @param record on which it rests; null when the person has said nothing
 * @param until when a grant ends; null: it does not, or there is none
 */
public record ConsentDecision(
    String purpose,
    boolean allowed,
    State state,
    LegalBasis basis,
    @Nullable ConsentRecord record,
    @Nullable Instant until) {

  /** How a person stands to a purpose. */
  public enum State {
    UNKNOWN,
    /** Granted, and not confirmed where that is needed. */
    PENDING,
    GRANTED,
    EXPIRED,
    DENIED,
    WITHDRAWN
  }
}
