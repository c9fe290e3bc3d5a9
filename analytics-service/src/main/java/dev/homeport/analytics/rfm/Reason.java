package dev.homeport.analytics.rfm;

/** Why a customer has come into another group. */
public enum Reason {
  /** The customer has ordered. */
  OWN_ORDER,
  /** An order was returned or cancelled, or was worth less than told before. */
  OWN_RETURN,
  /** Two customers turned out to be one, or one two. */
  MERGE,
  /** Orders have become older than the scoring looks back. */
  TIME,
  /** The customer did nothing; others did. */
  OTHERS_MOVED,
  /** The scoring, its grid or the tenant's time zone was changed. */
  SETTINGS
}
