package dev.homeport.analytics.segment.store;

import static org.awaitility.Awaitility.await;

import dev.homeport.analytics.fact.store.Tenancy;
import dev.homeport.analytics.segment.Compilation;
import dev.homeport.analytics.segment.Definition;
import dev.homeport.analytics.segment.Expression;
import dev.homeport.analytics.segment.Expressions;
import dev.homeport.analytics.segment.Previews;
import dev.homeport.analytics.segment.Previews.Preview;
import dev.homeport.analytics.segment.Segment;
import dev.homeport.analytics.segment.SegmentKind;
import dev.homeport.analytics.segment.Segments;
import dev.homeport.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Segments of a tenant, in the words of tests. */
@ApplicationScoped
public class Segmenting {
  private static final Duration SOON = Duration.ofSeconds(60);

  private final Tenancy tenancy;
  private final Segments segments;
  private final Previews previews;
  private final Database database;

  Segmenting(Tenancy tenancy, Segments segments, Previews previews, Database database) {
    this.tenancy = tenancy;
    this.segments = segments;
    this.previews = previews;
    this.database = database;
  }

  static Expression expression(String text) {
    return switch (Expressions.compile(text)) {
      case Compilation.Sound sound -> sound.expression();
      case Compilation.Faulty faulty -> throw new AssertionError(text + ": " + faulty.faults());
    };
  }

  Segment create(UUID tenant, String key, String text, boolean announce) {
    return tenancy.in(
        tenant,
        () -> {
          segments.lock(key);
          return segments.create(definition(key, text), "test", announce);
        });
  }

  Segment list(UUID tenant, String key) {
    return tenancy.in(
        tenant,
        () -> {
          segments.lock(key);
          return segments.create(
              new Definition(key, SegmentKind.STATIC, key, null, null), "test", true);
        });
  }

  Segment change(UUID tenant, String key, String text) {
    return tenancy.in(
        tenant,
        () ->
            segments.change(segments.lock(key).orElseThrow(), definition(key, text), "test", true));
  }

  private static Definition definition(String key, String text) {
    return new Definition(key, SegmentKind.DYNAMIC, key, null, expression(text));
  }

  Preview preview(UUID tenant, String text, Optional<String> key) {
    return tenancy.in(
        tenant, () -> previews.of(expression(text), key.map(k -> segments.find(k).orElseThrow())));
  }

  Segment find(UUID tenant, String key) {
    return tenancy.in(tenant, () -> segments.find(key).orElseThrow());
  }

  Map<String, Set<UUID>> members(UUID tenant) {
    return tenancy.in(
        tenant,
        () -> {
          var members = new HashMap<String, Set<UUID>>();
          database.each(
              """
              select s.key, m.customer_id from segment s
                left join segment_member m on m.tenant_id = s.tenant_id and m.segment_id = s.id
              where not s.removed""",
              _ -> {},
              row -> {
                var in = members.computeIfAbsent(row.getString(1), _ -> new HashSet<>());
                UUID customer = row.getObject(2, UUID.class);
                if (customer != null) {
                  in.add(customer);
                }
              });
          return members;
        });
  }

  /** Waits until everything that was said has been followed. */
  void settled(UUID tenant) {
    await()
        .atMost(SOON)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> open(tenant).stream().allMatch(count -> count == 0));
  }

  private List<Long> open(UUID tenant) {
    return tenancy.in(
        tenant,
        () ->
            database.list(
                "select count(*) from customer_change union all select count(*) from segment_run",
                row -> row.getLong(1)));
  }

  /** Up to which day the calendar has been followed to its end. */
  LocalDate day(UUID tenant) {
    return tenancy.in(
        tenant,
        () ->
            database
                .list(
                    "select day from segment_clock where after is null",
                    row -> row.getObject(1, LocalDate.class))
                .stream()
                .findFirst()
                .orElse(LocalDate.MIN));
  }

  /** Per segment, how many have entered and left since it was made. */
  Map<String, List<Long>> movements(UUID tenant) {
    return tenancy.in(
        tenant,
        () -> {
          var movements = new HashMap<String, List<Long>>();
          database.each(
              """
              select s.key, coalesce(sum(d.entered), 0), coalesce(sum(d.departed), 0), s.size
              from segment s left join segment_day d
                on d.tenant_id = s.tenant_id and d.segment_id = s.id
              group by s.key, s.size""",
              _ -> {},
              row ->
                  movements.put(
                      row.getString(1), List.of(row.getLong(2), row.getLong(3), row.getLong(4))));
          return movements;
        });
  }
}
