package dev.homeport.platform.secret;

import dev.homeport.platform.database.Database;
import dev.homeport.platform.tenant.CurrentTenant;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Wrapped keys. Read and written as the worker, each at once and for good: a key never waits for
 * the transaction that first needs it, and the service's own role cannot read them.
 */
@ApplicationScoped
class SecretKeyTable {
  private final Database worker;

  SecretKeyTable(@DataSource("worker") AgroalDataSource worker, CurrentTenant tenant) {
    this.worker = new Database(worker, tenant);
  }

  Optional<byte[]> find(UUID tenant, String name) {
    return worker.find(
        "select sealed from secret_key where tenant_id = ? and name = ?",
        to -> to.uuid(tenant).text(name),
        row -> row.getBytes(1));
  }

  /** Of two that are added under one name, the first one stands. */
  byte[] add(UUID tenant, String name, @Nullable LocalDate day, byte[] sealed) {
    String text = Base64.getEncoder().encodeToString(sealed);
    worker.update(
        """
        insert into secret_key (tenant_id, name, day, sealed)
        values (?, ?, ?::date, decode(?, 'base64')) on conflict do nothing""",
        to -> to.uuid(tenant).text(name).text(day == null ? null : day.toString()).text(text));
    return find(tenant, name).orElseThrow();
  }

  void deleteUpTo(LocalDate last) {
    worker.update("delete from secret_key where day <= ?", to -> to.date(last));
  }
}
