package dev.homeport.analytics.rfm;

import java.util.List;
import java.util.Optional;

/** The grids that come with the service, and those of the present tenant. */
public interface Grids {
  /** The most that a tenant may have of its own. */
  int MOST = 20;

  /** One of them. */
  Optional<Versioned<Stored>> find(String key);

  /** One of them, which nobody else changes until the transaction ends, nor makes it. */
  Optional<Versioned<Stored>> lock(String key);

  /** How many of its own the tenant has. */
  int count();

  /** Those whose keys come after one, by key. */
  List<Versioned<Stored>> list(String after, int limit);

  /** Puts one of the tenant's own in the place of the one with the same key, or beside them. */
  Versioned<Stored> put(String key, GridDocument document);

  /** Takes away one of the tenant's own. */
  void remove(String key);

  /** The scorings that make groups by a grid. */
  List<String> users(String key);

  /**
   * A grid as it is kept.
   *
   * @param shipped whether it comes with the service, and cannot be changed
   */
  record Stored(String key, GridDocument document, boolean shipped) {

    /** The grid itself. */
    public Grid grid() {
      return document.grid(key);
    }
  }
}
