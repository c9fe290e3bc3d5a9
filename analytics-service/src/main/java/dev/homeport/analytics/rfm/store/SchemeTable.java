package dev.homeport.analytics.rfm.store;

import dev.homeport.analytics.rfm.Grid;
import dev.homeport.analytics.rfm.Scheme;
import dev.homeport.analytics.rfm.Schemes;
import dev.homeport.analytics.rfm.Scoring;
import dev.homeport.platform.database.Database;
import dev.homeport.platform.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Scorings with their grids, which are put together once for as long as they stay as they are. */
@ApplicationScoped
class SchemeTable implements Schemes {
  private static final String STANDARD = "standard";

  private final Database database;
  private final GridTable grids;
  private final ShippedGrids shipped;
  private final CurrentTenant tenant;
  private final Map<Key, Scheme> known = new Recent<>(256);

  SchemeTable(Database database, GridTable grids, ShippedGrids shipped, CurrentTenant tenant) {
    this.database = database;
    this.grids = grids;
    this.shipped = shipped;
    this.tenant = tenant;
  }

  @Override
  public Optional<Scheme> find(String scoring) {
    Optional<Scheme> found =
        database.find(SELECT + " and s.key = ?", to -> to.tenant().text(scoring), this::read);
    return found.isEmpty() && scoring.equals(Scoring.DEFAULT) ? Optional.of(standard()) : found;
  }

  @Override
  public List<Scheme> all() {
    var all = new ArrayList<>(database.list(SELECT, to -> to.tenant(), this::read));
    if (all.stream().noneMatch(scheme -> scheme.scoring().key().equals(Scoring.DEFAULT))) {
      all.add(standard());
    }
    all.sort(Comparator.comparing(scheme -> scheme.scoring().key()));
    return all;
  }

  private Scheme standard() {
    Scoring scoring = Scoring.standard();
    return remembered(
        new Key(tenant.id(), scoring.key()),
        STANDARD,
        () -> new Scheme(scoring, shipped.find(scoring.grid()).orElseThrow().grid(), STANDARD));
  }

  private Scheme read(ResultSet row) throws SQLException {
    Scoring scoring = ScoringTable.read(row).value();
    String document = row.getString("document");
    String fingerprint = row.getString("stamp") + "/" + row.getString("grid_stamp");
    return remembered(
        new Key(tenant.id(), scoring.key()),
        fingerprint,
        () -> new Scheme(scoring, grid(scoring.grid(), document), fingerprint));
  }

  private Grid grid(String key, @org.jspecify.annotations.Nullable String document) {
    return document == null
        ? shipped.find(key).orElseThrow().grid()
        : grids.document(document).grid(key);
  }

  private Scheme remembered(Key key, String fingerprint, java.util.function.Supplier<Scheme> make) {
    synchronized (known) {
      Scheme scheme = known.get(key);
      if (scheme == null || !scheme.fingerprint().equals(fingerprint)) {
        scheme = make.get();
        known.put(key, scheme);
      }
      return scheme;
    }
  }

  private record Key(UUID tenant, String scoring) {}

  private static final String SELECT =
      """
      select s.key, s.name, s.buckets, s.window_days, s.market, s.channel, s.grid, s.version,
        s.stamp, coalesce(g.stamp::text, 'shipped') as grid_stamp, g.document
      from rfm_scoring s left join rfm_grid g on g.tenant_id = s.tenant_id and g.key = s.grid
      where s.tenant_id = ?""";
}
