package dev.homeport.analytics.rfm.store;

import dev.homeport.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;

/** Turns of a tenant, each until the transaction ends. */
@ApplicationScoped
class Turns {
  private final Database database;

  Turns(Database database) {
    this.database = database;
  }

  /** Waits for whoever is changing scorings or grids of the tenant. */
  void settings() {
    lock("rfm settings ");
  }

  /** Waits for whoever is scoring the customers of the tenant. */
  void scores() {
    lock("rfm scores ");
  }

  private void lock(String what) {
    database.each(
        "select pg_advisory_xact_lock(hashtextextended(?::text || ?::uuid, 0))",
        to -> to.text(what).tenant(),
        _ -> {});
  }
}
