package dev.homeport.analytics.segment;

import java.util.Locale;

/** Why somebody has entered a segment, or left it. */
public enum Reason {
  /** Something of the customer has changed, or of others with whom it is compared. */
  CHANGE,
  /** Another day has begun. */
  TIME,
  /** The segment was defined otherwise, or removed. */
  EDIT,
  /** Somebody put the customer on the list, or took it off. */
  LIST;

  /** As events say it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
