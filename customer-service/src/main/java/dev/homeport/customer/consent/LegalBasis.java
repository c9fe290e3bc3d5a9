package dev.homeport.customer.consent;

/** Why data may be used for a purpose (GDPR art. 6(1) a, f, b and c). */
public enum LegalBasis {
  /** Only with the person's consent. */
  CONSENT,
  /** Until the person objects. */
  LEGITIMATE_INTEREST,
  /** To do what was agreed; an objection changes nothing. */
  CONTRACT,
  /** Because a law demands it; an objection changes nothing. */
  LEGAL_OBLIGATION
}
