package dev.homeport.analytics.segment.store;

import dev.homeport.analytics.segment.Definition;
import dev.homeport.analytics.segment.Segment;
import dev.homeport.analytics.segment.Segments;
import dev.homeport.platform.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Segments as they are defined, and what an edit sets in motion. */
@ApplicationScoped
class StoredSegments implements Segments {
  private final SegmentTable table;
  private final MovementTable movements;
  private final RunTable runs;
  private final Runs looks;
  private final SegmentLock lock;
  private final DayTable days;
  private final Moments moments;
  private final Clock clock;

  StoredSegments(
      SegmentTable table,
      MovementTable movements,
      RunTable runs,
      Runs looks,
      SegmentLock lock,
      DayTable days,
      Moments moments,
      Clock clock) {
    this.table = table;
    this.movements = movements;
    this.runs = runs;
    this.looks = looks;
    this.lock = lock;
    this.days = days;
    this.moments = moments;
    this.clock = clock;
  }

  @Override
  public Optional<Segment> find(String key) {
    return table.find(key);
  }

  @Override
  public List<Segment> list(String after, int limit) {
    return table.list(after, limit);
  }

  @Override
  public Optional<Segment> lock(String key) {
    lock.take();
    return table.find(key);
  }

  @Override
  public long count() {
    return table.count();
  }

  @Override
  public Segment create(Definition definition, String by, boolean announce) {
    UUID id = Ids.next();
    days.begin(moments.now().today());
    table.insert(id, definition, clock.instant(), by);
    table.remember(id, announce);
    if (definition.expression() != null) {
      look(id, announce);
    }
    return table.find(id).orElseThrow();
  }

  @Override
  public Segment change(Segment segment, Definition definition, String by, boolean announce) {
    table.update(segment.id(), definition, clock.instant(), by);
    table.remember(segment.id(), announce);
    if (!Objects.equals(segment.expression(), definition.text())) {
      look(segment.id(), announce);
    }
    return table.find(segment.id()).orElseThrow();
  }

  @Override
  public void remove(Segment segment, boolean announce) {
    table.markRemoved(segment.id());
    look(segment.id(), announce);
  }

  /** The first customers at once; the others soon. */
  private void look(UUID segment, boolean announce) {
    runs.begin(segment, announce);
    runs.open().stream()
        .filter(run -> run.segment().equals(Optional.of(segment)))
        .forEach(looks::advance);
  }

  @Override
  public void deriveAgain() {
    runs.beginAll();
  }

  @Override
  public List<Version> versions(Segment segment, int limit) {
    return movements.versions(segment.id(), limit);
  }

  @Override
  public List<Day> days(Segment segment, LocalDate from, LocalDate to) {
    return movements.days(segment.id(), from, to);
  }

  @Override
  public long sizeBefore(Segment segment, LocalDate day) {
    return movements.sizeBefore(segment.id(), day);
  }
}
