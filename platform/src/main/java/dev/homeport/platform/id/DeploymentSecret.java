package dev.homeport.platform.id;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The one secret of a deployment ({@code homeport.secret}, the same in all services), from which
 * every other key is derived with HKDF-SHA256 (RFC 5869). Buyers' identifiers depend on it: it must
 * never change while data lives.
 */
@ApplicationScoped
public class DeploymentSecret {
  private static final int MIN_LENGTH = 32;
  private static final int KEY_BYTES = 32;

  private final byte[] secret;

  DeploymentSecret(@ConfigProperty(name = "homeport.secret") String secret) {
    if (secret.length() < MIN_LENGTH) {
      throw new IllegalArgumentException(
          "homeport.secret must have at least " + MIN_LENGTH + " characters");
    }
    this.secret = secret.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * A key of 256 bits for {@code HmacSHA256}.
   *
   * @param purpose what the key is for; different purposes have unrelated keys
   * @param salt for whom, for example a tenant; may be empty
   */
  public SecretKey derive(String purpose, byte[] salt) {
    try {
      var extract = HKDFParameterSpec.ofExtract().addIKM(secret);
      var parameters =
          (salt.length == 0 ? extract : extract.addSalt(salt))
              .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), KEY_BYTES);
      return KDF.getInstance("HKDF-SHA256").deriveKey("HmacSHA256", parameters);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
