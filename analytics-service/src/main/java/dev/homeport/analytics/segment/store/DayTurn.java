package dev.homeport.analytics.segment.store;

import dev.homeport.analytics.segment.Moment;
import dev.homeport.analytics.segment.Reason;
import dev.homeport.analytics.segment.Segment;
import dev.homeport.analytics.segment.store.DayTable.Hand;
import dev.homeport.platform.due.DueWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * When another day begins where the tenant is, whatever depends on the calendar is looked at again,
 * of everybody, some in each transaction.
 */
@ApplicationScoped
class DayTurn implements DueWork {
  private final DayTable days;
  private final SegmentLock lock;
  private final SegmentTable segments;
  private final SubjectTable subjects;
  private final Subjects derivation;
  private final Settlement settlement;
  private final Moments moments;
  private final SegmentConfig config;

  DayTurn(
      DayTable days,
      SegmentLock lock,
      SegmentTable segments,
      SubjectTable subjects,
      Subjects derivation,
      Settlement settlement,
      Moments moments,
      SegmentConfig config) {
    this.days = days;
    this.lock = lock;
    this.segments = segments;
    this.subjects = subjects;
    this.derivation = derivation;
    this.settlement = settlement;
    this.moments = moments;
    this.config = config;
  }

  @Override
  public Optional<Instant> next(Instant horizon) {
    return days.hand()
        .map(hand -> moments.beginningOf(turning(hand)).at())
        .or(() -> Optional.of(horizon))
        .filter(at -> !at.isAfter(horizon));
  }

  @Override
  public void run(Instant horizon) {
    lock.take();
    Optional<Hand> hand = days.hand();
    List<Segment> daily = segments.all().stream().filter(Segment::daily).toList();
    if (hand.isEmpty() || daily.isEmpty()) {
      days.set(moments.day(horizon), null);
      return;
    }
    LocalDate day = turning(hand.get());
    Moment moment = moments.beginningOf(day);
    List<UUID> customers = subjects.next(Optional.ofNullable(hand.get().after()), config.step());
    derivation.forecast(customers, moment);
    settlement.settle(daily, customers, moment, Reason.TIME, true);
    days.set(day, customers.size() < config.step() ? null : customers.getLast());
  }

  private static LocalDate turning(Hand hand) {
    return hand.after() == null ? hand.day().plusDays(1) : hand.day();
  }
}
