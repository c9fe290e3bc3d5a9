package dev.homeport.analytics.rfm.store;

import dev.homeport.analytics.rfm.Touch;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What gives reason to look at all customers.
 *
 * @param touched whose measures may be others, and why
 * @param day up to which windows are counted; empty: as the last look did, or today
 * @param at from when on what is found counts
 * @param anew whether everything is read again
 */
record Work(Map<UUID, Touch> touched, Optional<LocalDate> day, Instant at, boolean anew) {

  Work {
    touched = Map.copyOf(touched);
  }
}
