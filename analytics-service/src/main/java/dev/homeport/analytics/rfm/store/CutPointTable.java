package dev.homeport.analytics.rfm.store;

import dev.homeport.analytics.rfm.Cell;
import dev.homeport.analytics.rfm.CutPoints;
import dev.homeport.analytics.rfm.Scores;
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
import org.jspecify.annotations.Nullable;

/** The last snapshot of a tenant, and the changes since. */
@ApplicationScoped
class CutPointTable {
  /** Several scorings will live side by side; this one is the whole tenant over all time. */
  private static final String SCORING = "default";

  private final Database database;

  CutPointTable(Database database) {
    this.database = database;
  }

  /**
   * What the data of a tenant looks like: equal states mean equal data. Between two snapshots the
   * changes only grow in number.
   */
  record DataState(long version, long changes) {}

  /** The present state of the data. */
  DataState state() {
    long changes = database.list(CHANGES, row -> row.getLong(1)).getFirst();
    return new DataState(version(), changes);
  }

  /** The number of the last snapshot; 0 when there is none yet. */
  long version() {
    return database
        .find(
            "select version from cut_points where scoring = ?",
            to -> to.text(SCORING),
            row -> row.getLong(1))
        .orElse(0L);
  }

  /** Waits for whoever is writing a snapshot of the tenant; until the transaction ends. */
  void lock() {
    database.each(
        "select pg_advisory_xact_lock(hashtextextended('cut points ' || ?::uuid, 0))",
        Parameters::tenant,
        _ -> {});
  }

  /** The last snapshot, in one statement: its parts belong together. */
  Optional<Snapshot> read() {
    var reader = new Reader();
    database.each(READ, to -> to.text(SCORING), reader::row);
    return reader.snapshot();
  }

  /** Puts a snapshot in the place of the last one. */
  void write(Snapshot snapshot) {
    CutPoints cutPoints = snapshot.cutPoints();
    database.update(
        WRITE,
        to ->
            to.tenant()
                .text(SCORING)
                .number(cutPoints.population())
                .texts(cutPoints.recency())
                .texts(cutPoints.frequency())
                .decimals(cutPoints.monetary(), cut -> cut)
                .instant(snapshot.computedAt()));
    database.update("delete from rfm_cell where scoring = ?", to -> to.text(SCORING));
    List<Cell> cells = snapshot.cells();
    database.update(
        WRITE_CELLS,
        to ->
            to.tenant()
                .text(SCORING)
                .numbers(cells, cell -> cell.scores().r())
                .numbers(cells, cell -> cell.scores().f())
                .numbers(cells, cell -> cell.scores().m())
                .numbers(cells, Cell::customers)
                .decimals(cells, Cell::net));
  }

  private static final class Reader {
    private final List<Cell> cells = new ArrayList<>();
    private @Nullable CutPoints cutPoints;
    private Instant computedAt = Instant.EPOCH;

    private void row(ResultSet row) throws SQLException {
      if (cutPoints == null) {
        cutPoints =
            new CutPoints(
                row.getLong("population"),
                array(row, "recency", String[].class).stream().map(LocalDate::parse).toList(),
                array(row, "frequency", Long[].class),
                array(row, "monetary", BigDecimal[].class));
        computedAt = row.getObject("computed_at", OffsetDateTime.class).toInstant();
      }
      if (row.getInt("r") > 0) {
        cells.add(
            new Cell(
                new Scores(row.getInt("r"), row.getInt("f"), row.getInt("m")),
                row.getLong("customers"),
                row.getBigDecimal("net")));
      }
    }

    private Optional<Snapshot> snapshot() {
      return Optional.ofNullable(cutPoints).map(cuts -> new Snapshot(cuts, cells, computedAt));
    }

    private static <T> List<T> array(ResultSet row, String column, Class<T[]> type)
        throws SQLException {
      return Arrays.asList(type.cast(row.getArray(column).getArray()));
    }
  }

  private static final String CHANGES =
      """
      select count(*) from customer_change where cause in ('fact', 'mapping', 'derivation')""";

  private static final String READ =
      """
      select p.population, p.recency::text[] as recency, p.frequency, p.monetary, p.computed_at,
        c.r, c.f, c.m, c.customers, c.net
      from cut_points p left join rfm_cell c using (tenant_id, scoring)
      where p.scoring = ?
      order by c.r, c.f, c.m""";

  private static final String WRITE =
      """
      insert into cut_points
        (tenant_id, scoring, version, population, recency, frequency, monetary, computed_at)
      values (?, ?, 1, ?, ?::date[], ?::bigint[], ?::numeric[], ?)
      on conflict (tenant_id, scoring) do update set
        version = cut_points.version + 1, population = excluded.population,
        recency = excluded.recency, frequency = excluded.frequency,
        monetary = excluded.monetary, computed_at = excluded.computed_at""";

  private static final String WRITE_CELLS =
      """
      insert into rfm_cell (tenant_id, scoring, r, f, m, customers, net)
      select ?, ?, c.* from unnest(?::int[], ?::int[], ?::int[], ?::bigint[], ?::numeric[]) c""";
}
