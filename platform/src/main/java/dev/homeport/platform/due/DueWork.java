package dev.homeport.platform.due;

import java.time.Instant;
import java.util.Optional;

/**
 * A kind of work that falls due at moments of a tenant's time: points that expire, periods that
 * end. A bean; every call lies in a transaction of its own under one tenant.
 */
public interface DueWork {

  /** When the first of it falls due, if that is not after the horizon. */
  Optional<Instant> next(Instant horizon);

  /**
   * Does what falls due up to the horizon, the soonest first, as much of it as suits one
   * transaction. Each effect is dated to the moment at which it fell due.
   */
  void run(Instant horizon);
}
