package dev.homeport.analytics.rfm.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.homeport.analytics.rfm.GridDocument;
import dev.homeport.analytics.rfm.Grids;
import dev.homeport.analytics.rfm.Versioned;
import dev.homeport.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The grids of the present tenant, beside those that come with the service. */
@ApplicationScoped
class GridTable implements Grids {
  private static final String SELECT =
      "select key, document, version from rfm_grid where tenant_id = ?";

  private final Database database;
  private final ShippedGrids shipped;
  private final Turns turns;
  private final Refreshes refreshes;
  private final ObjectMapper json;
  private final Clock clock;

  GridTable(
      Database database,
      ShippedGrids shipped,
      Turns turns,
      Refreshes refreshes,
      ObjectMapper json,
      Clock clock) {
    this.database = database;
    this.shipped = shipped;
    this.turns = turns;
    this.refreshes = refreshes;
    this.json = json;
    this.clock = clock;
  }

  @Override
  public Optional<Versioned<Stored>> find(String key) {
    Optional<Versioned<Stored>> ours = shipped.find(key).map(grid -> new Versioned<>(grid, 1));
    return ours.isPresent()
        ? ours
        : database.find(SELECT + " and key = ?", to -> to.tenant().text(key), this::read);
  }

  @Override
  public Optional<Versioned<Stored>> lock(String key) {
    turns.settings();
    return find(key);
  }

  @Override
  public int count() {
    return database
        .list("select count(*) from rfm_grid", row -> Math.toIntExact(row.getLong(1)))
        .getFirst();
  }

  @Override
  public List<Versioned<Stored>> list(String after, int limit) {
    var found =
        new ArrayList<>(
            database.list(
                SELECT + " and key > ? order by key limit ?",
                to -> to.tenant().text(after).number(limit),
                this::read));
    shipped.all().stream()
        .filter(grid -> grid.key().compareTo(after) > 0)
        .forEach(grid -> found.add(new Versioned<>(grid, 1)));
    return found.stream()
        .sorted(Comparator.comparing(grid -> grid.value().key()))
        .limit(limit)
        .toList();
  }

  @Override
  public Versioned<Stored> put(String key, GridDocument document) {
    database.update(
        PUT,
        to ->
            to.tenant()
                .text(key)
                .text(write(document))
                .uuid(UUID.randomUUID())
                .instant(clock.instant()));
    refreshes.soon();
    return find(key).orElseThrow();
  }

  @Override
  public void remove(String key) {
    database.update(
        "delete from rfm_grid where tenant_id = ? and key = ?", to -> to.tenant().text(key));
  }

  @Override
  public List<String> users(String key) {
    return database.list(
        "select key from rfm_scoring where tenant_id = ? and grid = ? order by key",
        to -> to.tenant().text(key),
        row -> row.getString(1));
  }

  private Versioned<Stored> read(ResultSet row) throws SQLException {
    return new Versioned<>(
        new Stored(row.getString("key"), document(row.getString("document")), false),
        row.getLong("version"));
  }

  GridDocument document(String text) {
    try {
      return json.readValue(text, GridDocument.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored grid cannot be read", e);
    }
  }

  private String write(GridDocument document) {
    try {
      return json.writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A grid cannot be written", e);
    }
  }

  private static final String PUT =
      """
      insert into rfm_grid (tenant_id, key, document, version, stamp, changed_at)
      values (?, ?, ?::jsonb, 1, ?, ?)
      on conflict (tenant_id, key) do update set
        document = excluded.document, version = rfm_grid.version + 1, stamp = excluded.stamp,
        changed_at = excluded.changed_at""";
}
