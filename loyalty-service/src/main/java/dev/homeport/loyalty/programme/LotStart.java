package dev.homeport.loyalty.programme;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** When the points of an order can be used. */
public sealed interface LotStart {

  /**
   * The times of points that an order has earned.
   *
   * @param deliveredAt null while it is not known to have arrived
   * @param life how long they can then be used
   * @param zone where days and months begin
   */
  LotTimes times(Instant placedAt, @Nullable Instant deliveredAt, LotLife life, ZoneId zone);

  /** From the order on. */
  record AtOnce() implements LotStart {
    @Override
    public LotTimes times(
        Instant placedAt, @Nullable Instant deliveredAt, LotLife life, ZoneId zone) {
      return new LotTimes(false, placedAt, life.expiry(placedAt, zone).orElse(null));
    }
  }

  /** So many days after the order, at the same time of day. */
  record AfterOrder(int days) implements LotStart {
    @Override
    public LotTimes times(
        Instant placedAt, @Nullable Instant deliveredAt, LotLife life, ZoneId zone) {
      return LotTimes.from(later(placedAt, days, zone), life, zone);
    }
  }

  /**
   * So many days after the goods have arrived, which is when they can no longer be given back.
   *
   * @param deadlineDays after the order by which they have to arrive; else the points lapse
   */
  record AfterDelivery(int days, int deadlineDays) implements LotStart {
    @Override
    public LotTimes times(
        Instant placedAt, @Nullable Instant deliveredAt, LotLife life, ZoneId zone) {
      Instant deadline = later(placedAt, deadlineDays, zone);
      return deliveredAt == null || deliveredAt.isAfter(deadline)
          ? new LotTimes(true, deadline, deadline)
          : LotTimes.from(later(deliveredAt, days, zone), life, zone);
    }
  }

  /**
   * When the member has done something else by a deadline: written a review of it, said that it
   * arrived. The engine looks for that; alone the points lapse.
   *
   * @param activity its type
   * @param deadlineDays after the order by which it has to happen; else the points lapse
   */
  record AfterActivity(String activity, int deadlineDays) implements LotStart {
    @Override
    public LotTimes times(
        Instant placedAt, @Nullable Instant deliveredAt, LotLife life, ZoneId zone) {
      Instant deadline = deadline(placedAt, zone);
      return new LotTimes(true, deadline, deadline);
    }

    /** The last moment at which it counts. */
    public Instant deadline(Instant placedAt, ZoneId zone) {
      return later(placedAt, deadlineDays, zone);
    }

    /** The times of points once it has happened. */
    public LotTimes happened(Instant at, LotLife life, ZoneId zone) {
      return LotTimes.from(at, life, zone);
    }
  }

  private static Instant later(Instant moment, int days, ZoneId zone) {
    return moment.atZone(zone).plusDays(days).toInstant();
  }
}
