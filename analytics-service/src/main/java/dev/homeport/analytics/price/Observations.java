package dev.homeport.analytics.price;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was observed for the present tenant. */
public interface Observations {

  /** Takes observations, each in place of the same one with another price: one outcome for each. */
  List<Outcome> record(List<Observation> observations);

  /** One of them. */
  Optional<Observation> find(Observation.Key key);

  /** Those seen last first. */
  List<Observation> list(Filter filter, Optional<Observation.Key> after, int limit);

  /** Which ones; empty for all. */
  record Filter(
      Optional<String> sku,
      Optional<String> market,
      Optional<String> competitor,
      Optional<Instant> from,
      Optional<Instant> to) {}
}
