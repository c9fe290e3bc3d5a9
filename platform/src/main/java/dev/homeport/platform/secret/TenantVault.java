package dev.homeport.platform.secret;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.SecretKey;

/**
 * What wraps the other keys of a tenant: a random key of its own, kept wrapped by one that is
 * derived from the deployment's secret.
 */
@ApplicationScoped
public class TenantVault {
  private static final String NAME = "tenant";
  private static final String PURPOSE = "homeport tenant key";

  private final SecretKeyTable table;
  private final TenantKeys roots;
  private final ConcurrentHashMap<UUID, SecretKey> known = new ConcurrentHashMap<>();

  TenantVault(SecretKeyTable table, TenantKeys roots) {
    this.table = table;
    this.roots = roots;
  }

  /**
   * Wraps a key.
   *
   * @param owner what the key is for; the same is needed to unwrap it
   */
  public byte[] wrap(UUID tenant, byte[] key, String owner) {
    return Seal.close(own(tenant), key, owner);
  }

  /** The key that {@link #wrap} was given. */
  public SecretKey unwrap(UUID tenant, byte[] wrapped, String owner) {
    return Seal.key(Seal.open(own(tenant), wrapped, owner));
  }

  private SecretKey own(UUID tenant) {
    SecretKey key = known.get(tenant);
    if (key == null) {
      key = read(tenant);
      known.put(tenant, key);
    }
    return key;
  }

  private SecretKey read(UUID tenant) {
    SecretKey root = roots.of(tenant, PURPOSE);
    byte[] sealed =
        table
            .find(tenant, NAME)
            .orElseGet(() -> table.add(tenant, NAME, null, Seal.close(root, Seal.newKey(), NAME)));
    return Seal.key(Seal.open(root, sealed, NAME));
  }
}
