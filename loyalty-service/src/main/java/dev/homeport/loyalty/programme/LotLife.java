package dev.homeport.loyalty.programme;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How long a lot of points can be used. */
public sealed interface LotLife {

  /**
   * The moment at which points that become usable at this moment expire; empty when they never do.
   *
   * @param zone where days and months begin
   */
  Optional<Instant> expiry(Instant usableFrom, ZoneId zone);

  /** Points stay. */
  record Never() implements LotLife {
    @Override
    public Optional<Instant> expiry(Instant usableFrom, ZoneId zone) {
      return Optional.empty();
    }
  }

  /**
   * Points expire so many calendar months later, at the same time of day or with the period that
   * then ends.
   */
  record Rolling(int months, Until until) implements LotLife {
    @Override
    public Optional<Instant> expiry(Instant usableFrom, ZoneId zone) {
      ZonedDateTime later = usableFrom.atZone(zone).plusMonths(months);
      return Optional.of(until.end(later).toInstant());
    }
  }

  /**
   * Points expire when their member has done nothing for so many calendar months. The engine lets
   * them live on with everything that the member does; alone they live as long as this.
   */
  record Inactivity(int months) implements LotLife {
    @Override
    public Optional<Instant> expiry(Instant usableFrom, ZoneId zone) {
      return Optional.of(after(usableFrom, zone));
    }

    /** When they expire if nothing is done after a moment. */
    public Instant after(Instant moment, ZoneId zone) {
      return moment.atZone(zone).plusMonths(months).toInstant();
    }
  }

  /** Points expire at the end of the next of some days of the year. */
  record Dates(List<MonthDay> days) implements LotLife {
    /** Copies. */
    public Dates {
      days = List.copyOf(days);
    }

    @Override
    public Optional<Instant> expiry(Instant usableFrom, ZoneId zone) {
      int year = usableFrom.atZone(zone).getYear();
      return days.stream()
          .flatMap(day -> Stream.of(day.atYear(year), day.atYear(year + 1)))
          .map(day -> day.plusDays(1).atStartOfDay(zone).toInstant())
          .filter(end -> end.isAfter(usableFrom))
          .min(Comparator.naturalOrder());
    }
  }

  /** To what an expiry is rounded up. */
  enum Until {
    /** Not at all. */
    MOMENT,
    /** The end of the month. */
    MONTH,
    /** The end of the quarter. */
    QUARTER,
    /** The end of the year. */
    YEAR;

    private ZonedDateTime end(ZonedDateTime moment) {
      LocalDate first = moment.toLocalDate().withDayOfMonth(1);
      LocalDate next =
          switch (this) {
            case MOMENT -> null;
            case MONTH -> first.plusMonths(1);
            case QUARTER -> first.plusMonths(3 - (first.getMonthValue() - 1) % 3);
            case YEAR -> first.plusMonths(13 - first.getMonthValue());
          };
      return next == null ? moment : next.atStartOfDay(moment.getZone());
    }
  }
}
