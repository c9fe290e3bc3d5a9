package dev.homeport.analytics.change.store;

import dev.homeport.platform.database.Database;
import dev.homeport.platform.tenant.CurrentTenant;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Lets tests follow changes when it suits them. */
@ApplicationScoped
public class Cycles {
  private final ChangeCycle cycle;
  private final CurrentTenant currentTenant;
  private final Database database;

  Cycles(ChangeCycle cycle, CurrentTenant currentTenant, Database database) {
    this.cycle = cycle;
    this.currentTenant = currentTenant;
    this.database = database;
  }

  /** Follows once what has changed. */
  public void once(UUID tenant) {
    cycle.follow(tenant);
  }

  /**
   * Follows until nothing of a tenant is left to be followed.
   *
   * @return how often that was
   */
  public int untilQuiet(UUID tenant) {
    int rounds = 0;
    while (waiting(tenant) > 0) {
      once(tenant);
      if (++rounds > 1_000) {
        throw new IllegalStateException("changes never end");
      }
    }
    return rounds;
  }

  private long waiting(UUID tenant) {
    return currentTenant.call(
        tenant,
        () ->
            QuarkusTransaction.requiringNew()
                .call(
                    () ->
                        database
                            .list("select count(*) from customer_change", row -> row.getLong(1))
                            .getFirst()));
  }
}
