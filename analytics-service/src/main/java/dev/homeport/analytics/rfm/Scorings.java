package dev.homeport.analytics.rfm;

import java.util.List;
import java.util.Optional;

/** The scorings of the present tenant. {@link Scoring#DEFAULT} is always among them. */
public interface Scorings {
  /** The most that a tenant may have. */
  int MOST = 20;

  /** One of them. */
  Optional<Versioned<Scoring>> find(String key);

  /** One of them, which nobody else changes until the transaction ends, nor makes it. */
  Optional<Versioned<Scoring>> lock(String key);

  /** How many there are. */
  int count();

  /** Those whose keys come after one, by key. */
  List<Versioned<Scoring>> list(String after, int limit);

  /** Puts one in the place of the one with the same key, or beside the others. */
  Versioned<Scoring> put(Scoring scoring);

  /** Takes one away, and all scores by it in time. */
  void remove(String key);
}
