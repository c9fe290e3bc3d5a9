package dev.homeport.gateway.limits;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The requests of a tenant in a month: those of all replicas as last heard of, and those of this
 * one since. Requests count without a lock; a single thread hands over and takes in.
 */
final class MonthCount {
  private final UUID tenant;
  private final YearMonth month;
  private final AtomicLong used = new AtomicLong();
  private final ConcurrentMap<LocalDate, AtomicLong> pending = new ConcurrentHashMap<>();
  private volatile boolean touched;
  private long heard;
  private long handedOver;

  MonthCount(UUID tenant, YearMonth month) {
    this.tenant = tenant;
    this.month = month;
  }

  YearMonth month() {
    return month;
  }

  /** One request, which may be taken back. */
  record Counted(MonthCount count, AtomicLong day, long used) {
    void giveBack() {
      count.used.decrementAndGet();
      day.decrementAndGet();
      count.touched = true;
    }
  }

  /**
   * @param quota 0 for none
   * @return null where the quota is spent
   */
  @Nullable Counted take(LocalDate day, long quota) {
    touched = true;
    long now = used.incrementAndGet();
    if (quota > 0 && now > quota) {
      used.decrementAndGet();
      return null;
    }
    AtomicLong own = pending.computeIfAbsent(day, _ -> new AtomicLong());
    own.incrementAndGet();
    return new Counted(this, own, now);
  }

  /** What has come since the last time, by day; to be confirmed or taken back. */
  List<RequestCounts.Taken> handOver() {
    var taken = new ArrayList<RequestCounts.Taken>();
    pending.forEach(
        (day, own) -> {
          long requests = own.getAndSet(0);
          handedOver += requests;
          if (requests != 0) {
            taken.add(new RequestCounts.Taken(tenant, day, requests));
          }
        });
    return taken;
  }

  /** It was not kept, and is handed over again. */
  void takeBack(RequestCounts.Taken taken) {
    handedOver -= taken.requests();
    pending.computeIfAbsent(taken.day(), _ -> new AtomicLong()).addAndGet(taken.requests());
    touched = true;
  }

  /** What all replicas together have handed over, this one's last included. */
  void heard(long total) {
    used.addAndGet(total - heard - handedOver);
    heard = total;
    handedOver = 0;
  }

  /** Whether anything has been asked for since the last time. */
  boolean wasTouched() {
    boolean was = touched;
    touched = false;
    return was;
  }
}
