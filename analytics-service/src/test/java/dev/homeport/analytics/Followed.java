package dev.homeport.analytics;

import dev.homeport.analytics.fact.store.Tenancy;
import dev.homeport.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Whether everything that has changed of a tenant has been followed. */
@ApplicationScoped
public class Followed {
  private final Tenancy tenancy;
  private final Database database;

  Followed(Tenancy tenancy, Database database) {
    this.tenancy = tenancy;
    this.database = database;
  }

  /** How many changes nobody has followed. */
  public long open(UUID tenant) {
    return tenancy.in(
        tenant,
        () ->
            database
                .list("select count(*) from customer_change", row -> row.getLong(1))
                .getFirst());
  }
}
