package dev.homeport.analytics.derived.store;

import dev.homeport.platform.database.Database;
import dev.homeport.platform.database.Parameters;
import jakarta.enterprise.context.ApplicationScoped;

/** A number that rises after facts or the mapping of a tenant have changed. */
@ApplicationScoped
class FactStateTable {
  private final Database database;

  FactStateTable(Database database) {
    this.database = database;
  }

  /** The present number; 0 before the first fact. What is read afterwards holds all it tells of. */
  long version() {
    return database
        .find("select version from fact_state", _ -> {}, row -> row.getLong(1))
        .orElse(0L);
  }

  void advance() {
    database.update(ADVANCE, Parameters::tenant);
  }

  private static final String ADVANCE =
      """
      insert into fact_state (tenant_id, version) values (?, 1)
      on conflict (tenant_id) do update set
        version = fact_state.version + 1, changed_at = clock_timestamp()""";
}
