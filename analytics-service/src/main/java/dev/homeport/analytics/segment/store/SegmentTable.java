package dev.homeport.analytics.segment.store;

import dev.homeport.analytics.segment.Definition;
import dev.homeport.analytics.segment.Segment;
import dev.homeport.analytics.segment.SegmentKind;
import dev.homeport.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The definitions of segments. */
@ApplicationScoped
class SegmentTable {
  private final Database database;

  SegmentTable(Database database) {
    this.database = database;
  }

  Optional<Segment> find(String key) {
    return database.find(
        SELECT + " and s.key = ? and not s.removed",
        to -> to.tenant().text(key),
        SegmentTable::read);
  }

  /** Also one that is being removed. */
  Optional<Segment> find(UUID id) {
    return database.find(SELECT + " and s.id = ?", to -> to.tenant().uuid(id), SegmentTable::read);
  }

  List<Segment> list(String after, int limit) {
    return database.list(
        SELECT + " and s.key > ? and not s.removed order by s.key limit ?",
        to -> to.tenant().text(after).number(limit),
        SegmentTable::read);
  }

  /** All that customers can be in. */
  List<Segment> all() {
    return database.list(
        SELECT + " and not s.removed order by s.key", to -> to.tenant(), SegmentTable::read);
  }

  long count() {
    return database
        .list(
            "select count(*) from segment where tenant_id = ? and not removed",
            to -> to.tenant(),
            row -> row.getLong(1))
        .getFirst();
  }

  boolean removed(UUID id) {
    return database
        .find(
            "select removed from segment where tenant_id = ? and id = ?",
            to -> to.tenant().uuid(id),
            row -> row.getBoolean(1))
        .orElse(true);
  }

  void insert(UUID id, Definition definition, Instant now, String by) {
    database.update(
        INSERT,
        to ->
            to.tenant()
                .uuid(id)
                .text(definition.key())
                .text(definition.kind().name().toLowerCase(Locale.ROOT))
                .text(definition.name())
                .text(definition.description())
                .text(definition.text())
                .flag(daily(definition))
                .instant(now)
                .instant(now)
                .text(by));
  }

  void update(UUID id, Definition definition, Instant now, String by) {
    database.update(
        UPDATE,
        to ->
            to.text(definition.name())
                .text(definition.description())
                .text(definition.text())
                .flag(daily(definition))
                .instant(now)
                .text(by)
                .tenant()
                .uuid(id));
  }

  /** Keeps the present definition among those that there have been. */
  void remember(UUID id, boolean announced) {
    database.update(REMEMBER, to -> to.flag(announced).tenant().uuid(id));
  }

  void markRemoved(UUID id) {
    database.update(
        "update segment set removed = true, version = version + 1 where tenant_id = ? and id = ?",
        to -> to.tenant().uuid(id));
  }

  /** Forgets a segment that nobody is in any more. */
  void delete(UUID id) {
    for (String table : List.of("segment_listing", "segment_definition", "segment_day")) {
      database.update(
          "delete from " + table + " where tenant_id = ? and segment_id = ?",
          to -> to.tenant().uuid(id));
    }
    database.update(
        "delete from segment where tenant_id = ? and id = ?", to -> to.tenant().uuid(id));
  }

  private static boolean daily(Definition definition) {
    return definition.expression() != null && definition.expression().daily();
  }

  private static Segment read(ResultSet row) throws SQLException {
    return new Segment(
        row.getObject("id", UUID.class),
        row.getString("key"),
        SegmentKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        row.getString("name"),
        row.getString("description"),
        row.getString("expression"),
        row.getBoolean("daily"),
        row.getLong("version"),
        row.getLong("size"),
        row.getBoolean("settled"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
        row.getString("changed_by"));
  }

  private static final String SELECT =
      """
      select s.*, not exists (select from segment_run r
        where r.tenant_id = s.tenant_id and r.segment_id = s.id) as settled
      from segment s where s.tenant_id = ?""";

  private static final String INSERT =
      """
      insert into segment (tenant_id, id, key, kind, name, description, expression, daily, version,
        created_at, changed_at, changed_by)
      values (?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?)""";

  private static final String UPDATE =
      """
      update segment set name = ?, description = ?, expression = ?, daily = ?,
        version = version + 1, changed_at = ?, changed_by = ?
      where tenant_id = ? and id = ?""";

  private static final String REMEMBER =
      """
      insert into segment_definition (tenant_id, segment_id, version, name, expression, announced,
        changed_at, changed_by)
      select tenant_id, id, version, name, expression, ?, changed_at, changed_by
      from segment where tenant_id = ? and id = ?""";
}
