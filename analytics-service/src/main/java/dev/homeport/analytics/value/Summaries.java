package dev.homeport.analytics.value;

import java.time.LocalDate;

/** What all customers together are still worth under a model. */
public interface Summaries {

  /** As of a day; the same again while nothing has changed. */
  Summary of(ValueModel model, LocalDate today);
}
