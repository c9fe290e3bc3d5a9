package dev.homeport.analytics.segment.store;

import dev.homeport.analytics.segment.Subject;
import dev.homeport.analytics.segment.Trait;
import dev.homeport.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What segments see of customers. */
@ApplicationScoped
class SubjectTable {
  private static final UUID FIRST = new UUID(0, 0);

  private final Database database;

  SubjectTable(Database database) {
    this.database = database;
  }

  /** Is shown one customer after the other. */
  @FunctionalInterface
  interface Visitor {
    void visit(ResultSet row, Subject subject) throws SQLException;
  }

  /** Shows some customers; their id is the first column. */
  void read(Collection<UUID> customers, Set<Trait> traits, Visitor visitor) {
    var columns = new TraitColumns(traits, 1);
    database.each(
        "select s.customer_id%s from segment_subject s where s.tenant_id = ? and s.customer_id = any(?::uuid[])"
            .formatted(columns.select()),
        to -> to.tenant().texts(customers),
        row -> visitor.visit(row, columns.subject(row)));
  }

  /** Shows everybody: the id, and whether they are in a segment, come first. */
  void scan(Optional<UUID> segment, Set<Trait> traits, Visitor visitor) {
    var columns = new TraitColumns(traits, 2);
    if (segment.isEmpty()) {
      database.scan(
          "select s.customer_id, false%s from segment_subject s where s.tenant_id = ?"
              .formatted(columns.select()),
          to -> to.tenant(),
          row -> visitor.visit(row, columns.subject(row)));
    } else {
      database.scan(
          SCAN_BESIDE.formatted(columns.select()),
          to -> to.uuid(segment.get()).tenant(),
          row -> visitor.visit(row, columns.subject(row)));
    }
  }

  /** Those who come next in the order of ids. */
  List<UUID> next(Optional<UUID> after, int limit) {
    return database.list(
        """
        select customer_id from segment_subject where tenant_id = ? and customer_id > ?
        order by customer_id limit ?""",
        to -> to.tenant().uuid(after.orElse(FIRST)).number(limit),
        row -> row.getObject(1, UUID.class));
  }

  /** The same, with those who are in a segment without being here. */
  List<UUID> next(UUID segment, Optional<UUID> after, int limit) {
    UUID start = after.orElse(FIRST);
    return database.list(
        NEXT_OF_SEGMENT,
        to ->
            to.tenant()
                .uuid(start)
                .number(limit)
                .tenant()
                .uuid(segment)
                .uuid(start)
                .number(limit)
                .number(limit),
        row -> row.getObject(1, UUID.class));
  }

  /** Everybody of whom anything is known. */
  List<UUID> nextKnown(Optional<UUID> after, int limit) {
    UUID start = after.orElse(FIRST);
    return database.list(
        NEXT_KNOWN,
        to ->
            to.tenant()
                .uuid(start)
                .number(limit)
                .tenant()
                .uuid(start)
                .number(limit)
                .tenant()
                .uuid(start)
                .number(limit)
                .number(limit),
        row -> row.getObject(1, UUID.class));
  }

  private static final String SCAN_BESIDE =
      """
      select s.customer_id, m.customer_id is not null%s
      from segment_subject s left join segment_member m
        on m.tenant_id = s.tenant_id and m.customer_id = s.customer_id and m.segment_id = ?
      where s.tenant_id = ?""";

  private static final String NEXT_OF_SEGMENT =
      """
      select customer_id from (
        (select customer_id from segment_subject where tenant_id = ? and customer_id > ?
          order by customer_id limit ?)
        union
        (select customer_id from segment_member
          where tenant_id = ? and segment_id = ? and customer_id > ?
          order by customer_id limit ?)) following
      order by customer_id limit ?""";

  private static final String NEXT_KNOWN =
      """
      select customer_id from (
        (select distinct customer_id from identity where tenant_id = ? and customer_id > ?
          order by customer_id limit ?)
        union
        (select customer_id from customer_profile where tenant_id = ? and customer_id > ?
          order by customer_id limit ?)
        union
        (select customer_id from segment_subject where tenant_id = ? and customer_id > ?
          order by customer_id limit ?)) following
      order by customer_id limit ?""";
}
