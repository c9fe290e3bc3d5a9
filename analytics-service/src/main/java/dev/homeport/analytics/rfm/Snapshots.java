package dev.homeport.analytics.rfm;

import java.time.LocalDate;

/** How the population of a scoring of the present tenant stands, now and on past days. */
public interface Snapshots {

  /** As it stands now: at most a few seconds old, computed at once when there is none yet. */
  Snapshot now(Scheme scheme);

  /** The same, for who has just found out which look was the last one. */
  Snapshot now(Scheme scheme, Seen seen);

  /**
   * As it stood at the end of a day, from the facts known now: an order counts on its own day, with
   * whatever has since been returned of it; a customer is who it is today.
   */
  Snapshot asOf(Scheme scheme, LocalDate day);

  /** Who went from which group to which between the ends of two days, in the same sense. */
  Migrations migrations(Scheme scheme, LocalDate from, LocalDate to);

  /** How many customers are known who are not scored now. */
  long unscored(Scheme scheme);

  /**
   * Names a look at all customers.
   *
   * @param fingerprint of the scheme by which it was
   * @param version rises with every look
   */
  record Seen(String fingerprint, long version) {}
}
