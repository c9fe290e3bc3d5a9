package dev.homeport.order.marketplace.store;

import dev.homeport.platform.database.Database;
import dev.homeport.platform.secret.Seal;
import dev.homeport.platform.secret.TenantKeys;
import dev.homeport.platform.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.SecretKey;

/** A random key for each tenant and day, sealed under the tenant's key, until it is deleted. */
@ApplicationScoped
class DayKeys {
  private static final String PURPOSE = "homeport intake day key";

  private final Database database;
  private final CurrentTenant tenant;
  private final TenantKeys keys;

  DayKeys(Database database, CurrentTenant tenant, TenantKeys keys) {
    this.database = database;
    this.tenant = tenant;
    this.keys = keys;
  }

  /** The key of a day, made if there is none. */
  SecretKey make(LocalDate day) {
    return find(day)
        .orElseGet(
            () -> {
              byte[] closed = Seal.close(own(), Seal.newKey(), day.toString());
              database.update(
                  """
                  insert into intake_key (tenant_id, day, sealed) values (?, ?, decode(?, 'hex'))
                  on conflict (tenant_id, day) do nothing""",
                  to -> to.tenant().date(day).text(HexFormat.of().formatHex(closed)));
              return find(day).orElseThrow();
            });
  }

  /** The key of a day that has one. */
  Optional<SecretKey> find(LocalDate day) {
    return database
        .find(
            "select sealed from intake_key where tenant_id = ? and day = ?",
            to -> to.tenant().date(day),
            row -> row.getBytes(1))
        .map(closed -> Seal.key(Seal.open(own(), closed, day.toString())));
  }

  private SecretKey own() {
    return keys.of(tenant.id(), PURPOSE);
  }
}
