package dev.homeport.gateway.traffic;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Places for requests that are on their way. A class is let in only while less than its share is
 * taken, so that the last places are left to those that matter most.
 */
final class Room {
  private final AtomicInteger taken = new AtomicInteger();

  /** Takes a place of so many, if there is one for this class; never waits. */
  boolean enter(TrafficClass kind, int places) {
    int allowed = Math.max(1, (int) ((long) places * kind.share() / 100));
    int present;
    do {
      present = taken.get();
      if (present >= allowed) {
        return false;
      }
    } while (!taken.compareAndSet(present, present + 1));
    return true;
  }

  void leave() {
    taken.decrementAndGet();
  }

  int taken() {
    return taken.get();
  }
}
