package dev.homeport.platform.secret;

import dev.homeport.platform.id.DeploymentSecret;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.util.UUID;
import javax.crypto.SecretKey;

/** The keys of tenants, derived from the deployment's secret and kept nowhere. */
@ApplicationScoped
public class TenantKeys {
  private static final int UUID_BYTES = 16;

  private final DeploymentSecret secret;

  TenantKeys(DeploymentSecret secret) {
    this.secret = secret;
  }

  /**
   * The key of a tenant.
   *
   * @param purpose different purposes have unrelated keys
   */
  public SecretKey of(UUID tenant, String purpose) {
    byte[] salt =
        ByteBuffer.allocate(UUID_BYTES)
            .putLong(tenant.getMostSignificantBits())
            .putLong(tenant.getLeastSignificantBits())
            .array();
    return Seal.key(secret.derive(purpose, salt).getEncoded());
  }
}
