package dev.homeport.gateway.webhook.store;

import dev.homeport.gateway.webhook.Secret;
import dev.homeport.platform.database.Database;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.secret.Seal;
import dev.homeport.platform.secret.TenantKeys;
import dev.homeport.platform.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.crypto.SecretKey;

/**
 * The secrets of endpoints, under a key of the tenant that is derived from the deployment's secret
 * and kept nowhere: who reads the database, or a backup of it, cannot sign.
 */
@ApplicationScoped
public class Secrets {
  private static final String PURPOSE = "homeport webhook secret";

  private final Database database;
  private final TenantKeys keys;
  private final CurrentTenant tenant;

  Secrets(Database database, TenantKeys keys, CurrentTenant tenant) {
    this.database = database;
    this.keys = keys;
    this.tenant = tenant;
  }

  /** The first one of an endpoint. */
  public Secret create(UUID endpoint, Instant now) {
    Secret secret = Secret.random();
    String closed =
        Base64.getEncoder().encodeToString(Seal.close(key(), secret.bytes(), endpoint.toString()));
    database.update(
        """
        insert into webhook_secret (tenant_id, endpoint_id, id, sealed, created_at)
        values (?, ?, ?, decode(?, 'base64'), ?)""",
        to -> to.tenant().uuid(endpoint).uuid(Ids.next()).text(closed).instant(now));
    return secret;
  }

  /**
   * A new one beside the present one, which signs too until then. One that was replaced before ends
   * now: there are never more than two.
   */
  public Secret rotate(UUID endpoint, Instant now, Instant previousUntil) {
    database.update(
        """
        delete from webhook_secret
        where tenant_id = ? and endpoint_id = ? and expires_at is not null""",
        to -> to.tenant().uuid(endpoint));
    database.update(
        "update webhook_secret set expires_at = ? where tenant_id = ? and endpoint_id = ?",
        to -> to.instant(previousUntil).tenant().uuid(endpoint));
    return create(endpoint, now);
  }

  /** Opens what was read of the table, in that order. */
  public List<Secret> open(UUID endpoint, List<byte[]> closed) {
    SecretKey key = key();
    return closed.stream()
        .map(bytes -> Secret.of(Seal.open(key, bytes, endpoint.toString())))
        .toList();
  }

  private SecretKey key() {
    return keys.of(tenant.id(), PURPOSE);
  }
}
