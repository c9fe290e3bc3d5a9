package dev.homeport.analytics.value;

/** Whether the data tells drop-out from slow buying. */
public enum DropOut {
  /** It does. */
  IDENTIFIED,
  /** A model without drop-out explains the data as well: twice the gain is below 5.99. */
  NO_BETTER_THAN_NBD,
  /** The best fit is one in which drop-out becomes nothing. */
  AT_THE_BORDER;

  /** Whether anything may be said of who is still a customer. */
  public boolean identified() {
    return this == IDENTIFIED;
  }
}
