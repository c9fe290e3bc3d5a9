package dev.homeport.analytics.segment.store;

import dev.homeport.analytics.segment.Segments.Day;
import dev.homeport.analytics.segment.Segments.Version;
import dev.homeport.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How large segments are and were, and which definitions they have had. */
@ApplicationScoped
class MovementTable {
  private final Database database;

  MovementTable(Database database) {
    this.database = database;
  }

  /** How many entered a segment, and how many left it. */
  record Movement(UUID segment, long entered, long left) {}

  /**
   * What events say of a segment.
   *
   * @param revision higher than that of any event before
   */
  record Told(String key, long version, long revision) {}

  /** Counts movements, and finds out what is to be told of each segment. */
  Map<UUID, Told> count(Collection<Movement> movements, LocalDate day, long micros) {
    var told = new HashMap<UUID, Told>();
    database.each(
        COUNT,
        to ->
            to.number(micros)
                .texts(movements, Movement::segment)
                .numbers(movements, Movement::entered)
                .numbers(movements, Movement::left)
                .tenant(),
        row ->
            told.put(
                row.getObject(1, UUID.class),
                new Told(row.getString(2), row.getLong(3), row.getLong(4))));
    database.update(
        COUNT_DAY,
        to ->
            to.tenant()
                .date(day)
                .texts(movements, Movement::segment)
                .numbers(movements, Movement::entered)
                .numbers(movements, Movement::left));
    return told;
  }

  List<Day> days(UUID segment, LocalDate from, LocalDate to) {
    return database.list(
        """
        select day, size, entered, departed from segment_day
        where tenant_id = ? and segment_id = ? and day between ? and ? order by day""",
        in -> in.tenant().uuid(segment).date(from).date(to),
        row ->
            new Day(
                row.getObject(1, LocalDate.class), row.getLong(2), row.getLong(3), row.getLong(4)));
  }

  long sizeBefore(UUID segment, LocalDate day) {
    return database
        .find(
            """
            select size from segment_day
            where tenant_id = ? and segment_id = ? and day < ? order by day desc limit 1""",
            in -> in.tenant().uuid(segment).date(day),
            row -> row.getLong(1))
        .orElse(0L);
  }

  List<Version> versions(UUID segment, int limit) {
    return database.list(
        """
        select version, name, expression, changed_at, changed_by from segment_definition
        where tenant_id = ? and segment_id = ? order by version desc limit ?""",
        in -> in.tenant().uuid(segment).number(limit),
        row ->
            new Version(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                row.getString(5)));
  }

  private static final String COUNT =
      """
      update segment s set size = s.size + n.entered - n.departed,
        revision = greatest(s.revision + 1, ?)
      from unnest(?::uuid[], ?::bigint[], ?::bigint[]) as n(id, entered, departed)
      where s.tenant_id = ? and s.id = n.id
      returning s.id, s.key, s.version, s.revision""";

  private static final String COUNT_DAY =
      """
      insert into segment_day (tenant_id, segment_id, day, size, entered, departed)
      select s.tenant_id, s.id, t.day, s.size, n.entered, n.departed
      from (select ?::uuid as id, ?::date as day) t
        join segment s on s.tenant_id = t.id
        join unnest(?::uuid[], ?::bigint[], ?::bigint[]) as n(id, entered, departed) on n.id = s.id
      on conflict (tenant_id, segment_id, day) do update set
        size = excluded.size, entered = segment_day.entered + excluded.entered,
        departed = segment_day.departed + excluded.departed""";
}
