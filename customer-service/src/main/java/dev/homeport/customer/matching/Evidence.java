package dev.homeport.customer.matching;

/**
 * What one field says of two customers.
 *
 * @param weight {@code log2(m / u)}: above zero it speaks for one person, below zero against it
 */
public record Evidence(Subject field, Agreement agreement, double weight) {

  /** What is compared. */
  public enum Subject {
    NAME,
    EMAIL,
    PHONE,
    ADDRESS,
    POSTCODE,
    BIRTHDAY,
    CLAIM_CODE
  }

  /** How far two values agree. */
  public enum Agreement {
    SAME,
    /** The same, but shared by more names than count. */
    SHARED_BY_MANY,
    CONTAINED,
    LIKE,
    HALF,
    /** The part before the {@code @}, or the last digits. */
    PART,
    DIFFERENT,
    PROVEN
  }
}
