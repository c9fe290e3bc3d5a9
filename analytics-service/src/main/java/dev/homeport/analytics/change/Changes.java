package dev.homeport.analytics.change;

import java.util.Collection;
import java.util.UUID;

/** The customers of the present tenant about whom something has changed. */
public interface Changes {

  /**
   * Leaves them to the {@linkplain Follower followers}, in the caller's transaction: who sees the
   * mark sees the change as well.
   */
  void mark(Cause cause, Collection<UUID> customers);
}
