package dev.homeport.analytics.segment.store;

import dev.homeport.platform.database.Database;
import dev.homeport.platform.id.Ids;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Looks at all customers that are under way. */
@ApplicationScoped
class RunTable {
  private final Database database;
  private final AgroalDataSource worker;

  RunTable(Database database, @DataSource("worker") AgroalDataSource worker) {
    this.database = database;
    this.worker = worker;
  }

  /**
   * A look at all customers.
   *
   * @param segment empty: at everything that is known of them
   * @param after the last one that was looked at
   */
  record Run(UUID id, Optional<UUID> segment, boolean announce, Optional<UUID> after) {

    private static Run read(ResultSet row) throws SQLException {
      return new Run(
          row.getObject("id", UUID.class),
          Optional.ofNullable(row.getObject("segment_id", UUID.class)),
          row.getBoolean("announce"),
          Optional.ofNullable(row.getObject("after", UUID.class)));
    }
  }

  /** Sees to it that a look at everything begins, after one that is under way. */
  void beginAll() {
    database.update(
        """
        insert into segment_run (tenant_id, id, announce)
        select t.tenant_id, t.id, true from (select ?::uuid as tenant_id, ?::uuid as id) t
        where not exists (select from segment_run r
          where r.tenant_id = t.tenant_id and r.segment_id is null and r.after is null)""",
        to -> to.tenant().uuid(Ids.next()));
  }

  /** Begins a look at one segment, in place of one that is under way. */
  void begin(UUID segment, boolean announce) {
    database.update(
        "delete from segment_run where tenant_id = ? and segment_id = ?",
        to -> to.tenant().uuid(segment));
    database.update(
        "insert into segment_run (tenant_id, id, segment_id, announce) values (?, ?, ?, ?)",
        to -> to.tenant().uuid(Ids.next()).uuid(segment).flag(announce));
  }

  /** The one that is to be gone on with. */
  Optional<Run> first() {
    return open().stream().findFirst();
  }

  /** All that are under way: edits first, the oldest first. */
  List<Run> open() {
    return database.list(
        "select * from segment_run where tenant_id = ? order by segment_id is null, id",
        to -> to.tenant(),
        Run::read);
  }

  void reached(Run run, UUID last) {
    database.update(
        "update segment_run set after = ? where tenant_id = ? and id = ?",
        to -> to.uuid(last).tenant().uuid(run.id()));
  }

  void end(Run run) {
    database.update(
        "delete from segment_run where tenant_id = ? and id = ?", to -> to.tenant().uuid(run.id()));
  }

  /** Tenants with something under way. */
  List<UUID> tenants() throws SQLException {
    try (var connection = worker.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select distinct tenant_id from segment_run")) {
      var tenants = new ArrayList<UUID>();
      while (rows.next()) {
        tenants.add(rows.getObject(1, UUID.class));
      }
      return tenants;
    }
  }
}
