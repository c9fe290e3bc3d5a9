package dev.homeport.analytics.segment.store;

import dev.homeport.platform.database.Database;
import dev.homeport.platform.database.Parameters;
import jakarta.enterprise.context.ApplicationScoped;

/** Held by whoever moves customers or changes definitions of a tenant: one at a time. */
@ApplicationScoped
class SegmentLock {
  private final Database database;

  SegmentLock(Database database) {
    this.database = database;
  }

  /** Waits for it; until the transaction ends. */
  void take() {
    database.each(
        "select pg_advisory_xact_lock(hashtextextended('segments ' || ?::uuid, 0))",
        Parameters::tenant,
        _ -> {});
  }
}
