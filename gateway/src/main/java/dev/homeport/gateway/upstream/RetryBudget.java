package dev.homeport.gateway.upstream;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets a fifth of a service's requests be sent a second time, no more, so that a service in trouble
 * is not buried under repetitions. A few are saved up for quiet times.
 */
public final class RetryBudget {
  private static final int REQUESTS_FOR_ONE = 5;
  private static final int SAVED = 20 * REQUESTS_FOR_ONE;

  private final AtomicInteger requests = new AtomicInteger(SAVED);

  /** A request has come. */
  public void earn() {
    if (requests.get() < SAVED) {
      requests.incrementAndGet();
    }
  }

  /** Whether one may be sent again; then it counts. */
  public boolean spend() {
    int present;
    do {
      present = requests.get();
      if (present < REQUESTS_FOR_ONE) {
        return false;
      }
    } while (!requests.compareAndSet(present, present - REQUESTS_FOR_ONE));
    return true;
  }
}
