package dev.homeport.gateway.limits;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How many requests each tenant has made in the present calendar month of UTC. They are counted
 * here, and kept elsewhere: whoever keeps them takes them over now and then, and tells what all
 * replicas have counted together.
 *
 * <p>What others have let through since is not seen, so a quota may be overshot by what they let
 * through between two looks; so may it after a start, until the first look.
 */
@ApplicationScoped
public class RequestCounts {
  /** Answers to requests of the month before may come until then. */
  private static final Duration AFTERWARDS = Duration.ofMinutes(15);

  private final InstantSource clock;
  private final ConcurrentMap<Key, MonthCount> counts = new ConcurrentHashMap<>();
  private volatile Today today;

  @Inject
  RequestCounts() {
    // Real time: a month is not over because the clock of a sandbox says so.
    this(InstantSource.system());
  }

  RequestCounts(InstantSource clock) {
    this.clock = clock;
    this.today = Today.at(clock.instant());
  }

  private record Key(UUID tenant, YearMonth month) {}

  private record Today(LocalDate day, YearMonth month, Instant end, Instant monthEnd) {
    static Today at(Instant now) {
      LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
      YearMonth month = YearMonth.from(day);
      return new Today(day, month, start(day.plusDays(1)), start(month.plusMonths(1).atDay(1)));
    }

    private static Instant start(LocalDate day) {
      return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
  }

  /** Requests of one day that have not been kept yet; fewer than 0 where some were taken back. */
  public record Taken(UUID tenant, LocalDate day, long requests) {}

  /** Requests of a month that all replicas have counted. */
  public record Total(UUID tenant, YearMonth month, long requests) {}

  /** What is to be kept, and of whom the total is asked. */
  public record HandOver(List<Taken> taken, YearMonth month, Set<UUID> asked) {
    public HandOver {
      taken = List.copyOf(taken);
      asked = Set.copyOf(asked);
    }
  }

  /** Counts one request; null where the quota, which is not 0, is spent. */
  MonthCount.@Nullable Counted take(UUID tenant, long quota) {
    Today now = now();
    return counts
        .computeIfAbsent(
            new Key(tenant, now.month()), key -> new MonthCount(key.tenant(), key.month()))
        .take(now.day(), quota);
  }

  /** How long the present month lasts yet. */
  Duration untilMonthEnds() {
    Instant present = clock.instant();
    return Duration.between(present, Today.at(present).monthEnd());
  }

  /** How long it lasts as a whole. */
  Duration month() {
    return Duration.ofDays(now().month().lengthOfMonth());
  }

  /** To be followed by {@link #kept} or {@link #notKept}, by the same thread. */
  public HandOver handOver() {
    Today now = now();
    Instant present = clock.instant();
    var taken = new ArrayList<Taken>();
    counts
        .entrySet()
        .removeIf(
            entry -> {
              List<Taken> last = entry.getValue().handOver();
              taken.addAll(last);
              return last.isEmpty() && isLongOver(entry.getKey().month(), present);
            });
    Set<UUID> asked =
        counts.entrySet().stream()
            .filter(entry -> entry.getKey().month().equals(now.month()))
            .filter(entry -> entry.getValue().wasTouched())
            .map(entry -> entry.getKey().tenant())
            .collect(Collectors.toUnmodifiableSet());
    return new HandOver(taken, now.month(), asked);
  }

  /**
   * What was handed over is kept, and these are the totals with it, of those who were asked for.
   */
  public void kept(HandOver handedOver, List<Total> totals) {
    totals.forEach(
        total -> {
          MonthCount count = counts.get(new Key(total.tenant(), total.month()));
          if (count != null) {
            count.heard(total.requests());
          }
        });
  }

  /** What was handed over is not kept, and will be handed over again. */
  public void notKept(HandOver handedOver) {
    for (Taken taken : handedOver.taken()) {
      counts
          .computeIfAbsent(
              new Key(taken.tenant(), YearMonth.from(taken.day())),
              key -> new MonthCount(key.tenant(), key.month()))
          .takeBack(taken);
    }
  }

  private static boolean isLongOver(YearMonth month, Instant now) {
    return now.isAfter(Today.start(month.plusMonths(1).atDay(1)).plus(AFTERWARDS));
  }

  private Today now() {
    Today known = today;
    if (clock.instant().isBefore(known.end())) {
      return known;
    }
    Today next = Today.at(clock.instant());
    today = next;
    return next;
  }
}
