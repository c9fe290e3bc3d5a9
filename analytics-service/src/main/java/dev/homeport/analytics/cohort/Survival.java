package dev.homeport.analytics.cohort;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * The share of those who still wait for something, by the time that they have waited: the
 * product-limit estimate of Kaplan and Meier (1958). Who waits in vain so far counts among those at
 * risk up to then, that time included.
 *
 * <p>The variance is Greenwood's (1926), S² Σ d / (n (n - d)). The band is made of it on the scale
 * of log(-log S) (Kalbfleisch and Prentice 1980), so that it stays between 0 and 1, and holds at
 * each point by itself with 95 %.
 *
 * @param total all who have waited or wait
 * @param points those times at which it happened to somebody
 */
public record Survival(long total, List<Point> points) {
  private static final double Z = 1.959963984540054;
  private static final double HALF = 0.5;

  public Survival {
    points = List.copyOf(points);
  }

  /**
   * A step of the curve.
   *
   * @param atRisk how many had waited that long without its having happened before
   * @param events to how many it happened then
   * @param waiting the share of those who wait longer
   * @param error standard error of that share
   */
  public record Point(
      long days, long atRisk, long events, double waiting, double error, double low, double high) {}

  /** The curve of those intervals, whichever orders they began with. */
  public static Survival of(Collection<Interval> intervals) {
    var times = new TreeMap<Long, long[]>();
    long total = 0;
    for (Interval interval : intervals) {
      long[] tally = times.computeIfAbsent(interval.days(), _ -> new long[2]);
      tally[interval.happened() ? 0 : 1] += interval.count();
      total += interval.count();
    }
    var points = new ArrayList<Point>();
    long atRisk = total;
    double waiting = 1;
    double sum = 0;
    double high = 1;
    for (var time : times.entrySet()) {
      long events = time.getValue()[0];
      if (events > 0) {
        waiting *= (double) (atRisk - events) / atRisk;
        sum += events / ((double) atRisk * (atRisk - events));
        Point point = point(time.getKey(), atRisk, events, waiting, sum, high);
        high = point.high();
        points.add(point);
      }
      atRisk -= events + time.getValue()[1];
    }
    return new Survival(total, points);
  }

  /** Where nobody is left there is no estimate of an error: the band stays as high as it was. */
  private static Point point(
      long days, long atRisk, long events, double waiting, double sum, double before) {
    if (waiting == 0) {
      return new Point(days, atRisk, events, 0, 0, 0, before);
    }
    double spread = Math.exp(Z * Math.sqrt(sum) / -Math.log(waiting));
    return new Point(
        days,
        atRisk,
        events,
        waiting,
        waiting * Math.sqrt(sum),
        Math.pow(waiting, spread),
        Math.pow(waiting, 1 / spread));
  }

  /** The time by which it has happened to half of them; empty when it has not come to that. */
  public OptionalLong median() {
    return first(Point::waiting);
  }

  /** The earliest time that the median may be (Brookmeyer and Crowley 1982), with 95 %. */
  public OptionalLong medianLow() {
    return first(Point::low);
  }

  /** The latest time that the median may be. */
  public OptionalLong medianHigh() {
    return first(Point::high);
  }

  /** The share of those to whom it has happened by then. */
  public double happenedBy(long days) {
    double waiting = 1;
    for (Point point : points) {
      if (point.days() > days) {
        break;
      }
      waiting = point.waiting();
    }
    return 1 - waiting;
  }

  private OptionalLong first(ToDoubleFunction<Point> share) {
    return points.stream()
        .filter(point -> share.applyAsDouble(point) <= HALF)
        .mapToLong(Point::days)
        .findFirst();
  }
}
