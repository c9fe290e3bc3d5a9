package dev.homeport.analytics.rfm;

import java.time.LocalDate;

/** How the population of the present tenant stands, now and on past days. */
public interface Snapshots {

  /** As it stands now: at most a few seconds old, computed at once when there is none yet. */
  Snapshot now();

  /**
   * As it stood at the end of a day, from the facts known now: an order counts on its own day, with
   * whatever has since been returned of it; a customer is who it is today.
   */
  Snapshot asOf(LocalDate day);

  /** Takes the one of {@link #now} anew. */
  Snapshot refresh();
}
