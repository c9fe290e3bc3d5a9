package dev.homeport.analytics.rfm.store;

import dev.homeport.analytics.rfm.Cell;
import dev.homeport.analytics.rfm.CutPoints;
import dev.homeport.analytics.rfm.Reason;
import dev.homeport.analytics.rfm.Scheme;
import dev.homeport.analytics.rfm.Scores;
import dev.homeport.analytics.rfm.Settled;
import dev.homeport.analytics.rfm.Snapshot;
import dev.homeport.platform.database.Database;
import dev.homeport.platform.database.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** How each scoring of a tenant stood when all customers were looked at last. */
@ApplicationScoped
class CutPointTable {
  private final Database database;

  CutPointTable(Database database) {
    this.database = database;
  }

  /**
   * What the data of a tenant looks like: equal states mean equal data. Between two looks the
   * changes only grow in number.
   */
  record DataState(String fingerprint, long version, long changes) {}

  /**
   * The last look.
   *
   * @param day up to which windows were counted
   * @param revision of the last events
   * @param behind why others are still to be written; empty: everything is
   */
  record Look(
      long version,
      String fingerprint,
      UUID stamp,
      LocalDate day,
      long revision,
      Optional<Reason> behind) {}

  /** The present state of the data. */
  DataState state(Scheme scheme) {
    long changes = database.list(CHANGES, Parameters::tenant, row -> row.getLong(1)).getFirst();
    long version = look(scheme.scoring().key()).map(Look::version).orElse(0L);
    return new DataState(scheme.fingerprint(), version, changes);
  }

  /** The last look by a scoring. */
  Optional<Look> look(String scoring) {
    return database.find(LOOK, to -> to.tenant().text(scoring), CutPointTable::readLook);
  }

  /** What the last look has shown. */
  Optional<Snapshot> read(String scoring) {
    return database.find(READ, to -> to.tenant().text(scoring), CutPointTable::readSnapshot);
  }

  /** Notes that something has changed that makes no difference to what was seen. */
  void pass(String scoring) {
    database.update(
        "update cut_points set version = version + 1 where tenant_id = ? and scoring = ?",
        to -> to.tenant().text(scoring));
  }

  /** Puts a look in the place of the last one. */
  void write(Scheme scheme, Settled settled, Look look, Instant at) {
    CutPoints cutPoints = settled.cutPoints();
    List<Cell> cells = settled.cells();
    database.update(
        WRITE,
        to ->
            to.tenant()
                .text(scheme.scoring().key())
                .text(look.fingerprint())
                .uuid(look.stamp())
                .date(look.day())
                .number(look.revision())
                .text(look.behind().map(Enum::name).orElse(null))
                .number(cutPoints.buckets())
                .number(cutPoints.population())
                .texts(cutPoints.recency())
                .texts(cutPoints.frequency())
                .decimals(cutPoints.monetary(), cut -> cut)
                .numbers(cells, cell -> cell.scores().r())
                .numbers(cells, cell -> cell.scores().f())
                .numbers(cells, cell -> cell.scores().m())
                .numbers(cells, Cell::customers)
                .decimals(cells, Cell::net)
                .instant(at));
  }

  /** Scorings that are gone, and whose scores are not. */
  List<String> removed() {
    return database.list(
        "select scoring from cut_points where tenant_id = ? and removed",
        Parameters::tenant,
        row -> row.getString(1));
  }

  /** Forgets a scoring that is gone. */
  void forget(String scoring) {
    database.update(
        "delete from cut_points where tenant_id = ? and scoring = ? and removed",
        to -> to.tenant().text(scoring));
  }

  private static Look readLook(ResultSet row) throws SQLException {
    return new Look(
        row.getLong("version"),
        row.getString("fingerprint"),
        row.getObject("stamp", UUID.class),
        row.getObject("day", LocalDate.class),
        row.getLong("revision"),
        Optional.ofNullable(row.getString("behind")).map(Reason::valueOf));
  }

  private static Snapshot readSnapshot(ResultSet row) throws SQLException {
    var cutPoints =
        new CutPoints(
            row.getInt("buckets"),
            row.getLong("population"),
            array(row, "recency", String[].class).stream().map(LocalDate::parse).toList(),
            array(row, "frequency", Long[].class),
            array(row, "monetary", BigDecimal[].class));
    List<Short> r = array(row, "cell_r", Short[].class);
    List<Short> f = array(row, "cell_f", Short[].class);
    List<Short> m = array(row, "cell_m", Short[].class);
    List<Long> customers = array(row, "cell_customers", Long[].class);
    List<BigDecimal> net = array(row, "cell_net", BigDecimal[].class);
    var cells = new ArrayList<Cell>();
    for (int i = 0; i < r.size(); i++) {
      cells.add(new Cell(new Scores(r.get(i), f.get(i), m.get(i)), customers.get(i), net.get(i)));
    }
    return new Snapshot(
        cutPoints, cells, row.getObject("computed_at", OffsetDateTime.class).toInstant());
  }

  private static <T> List<T> array(ResultSet row, String column, Class<T[]> type)
      throws SQLException {
    return Arrays.asList(type.cast(row.getArray(column).getArray()));
  }

  private static final String CHANGES =
      """
      select count(*) from customer_change
      where tenant_id = ? and cause in ('fact', 'mapping', 'derivation')""";

  private static final String LOOK =
      """
      select version, fingerprint, stamp, day, revision, behind from cut_points
      where tenant_id = ? and scoring = ? and not removed""";

  private static final String READ =
      """
      select buckets, population, recency::text[] as recency, frequency, monetary, cell_r, cell_f,
        cell_m, cell_customers, cell_net, computed_at
      from cut_points where tenant_id = ? and scoring = ?""";

  private static final String WRITE =
      """
      insert into cut_points
        (tenant_id, scoring, version, fingerprint, stamp, day, revision, behind, buckets, population,
        recency, frequency, monetary, cell_r, cell_f, cell_m, cell_customers, cell_net, computed_at)
      values (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?::date[], ?::bigint[], ?::numeric[], ?::smallint[],
        ?::smallint[], ?::smallint[], ?::bigint[], ?::numeric[], ?)
      on conflict (tenant_id, scoring) do update set
        version = cut_points.version + 1, fingerprint = excluded.fingerprint,
        stamp = excluded.stamp, day = excluded.day,
        revision = greatest(excluded.revision, cut_points.revision), behind = excluded.behind,
        removed = false, buckets = excluded.buckets, population = excluded.population,
        recency = excluded.recency, frequency = excluded.frequency, monetary = excluded.monetary,
        cell_r = excluded.cell_r, cell_f = excluded.cell_f, cell_m = excluded.cell_m,
        cell_customers = excluded.cell_customers, cell_net = excluded.cell_net,
        computed_at = excluded.computed_at""";
}
