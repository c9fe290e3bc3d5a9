package dev.homeport.customer.privacy;

import dev.homeport.platform.database.Database;
import dev.homeport.platform.event.EventJson;
import dev.homeport.platform.secret.Seal;
import dev.homeport.platform.secret.TenantKeys;
import dev.homeport.platform.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.SecretKey;

/**
 * Signs certificates as JWS in compact form (RFC 7515) with EdDSA over Ed25519 (RFC 8037), by a key
 * of the tenant's own that never leaves the service.
 */
@ApplicationScoped
class Certificates {
  private static final String ALGORITHM = "Ed25519";
  private static final String PURPOSE = "homeport certificate key";

  /** An encoded public key ends with the 32 bytes of the point (RFC 8410). */
  private static final int POINT = 32;

  private final Database database;
  private final TenantKeys roots;
  private final CurrentTenant tenant;

  Certificates(Database database, TenantKeys roots, CurrentTenant tenant) {
    this.database = database;
    this.roots = roots;
    this.tenant = tenant;
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Stored(byte[] publicKey, byte[] sealed) {}

  /** Signs the JSON of the claims. */
  String sign(Object claims) {
    Stored key = stored();
    String header = "{\"alg\":\"EdDSA\",\"typ\":\"JWT\",\"kid\":\"" + kid(key) + "\"}";
    String signed = encode(header) + '.' + encode(EventJson.write(claims));
    try {
      byte[] encoded = Seal.open(root(), key.sealed(), PURPOSE);
      PrivateKey own =
          KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(encoded));
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(own);
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signed + '.' + encode(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A certificate cannot be signed", e);
    }
  }

  /** The public key as JWK (RFC 8037). */
  PublicKeyView publicKey() {
    Stored key = stored();
    return new PublicKeyView("OKP", ALGORITHM, kid(key), encode(point(key)));
  }

  private static String kid(Stored key) {
    return encode(point(key)).substring(0, 8);
  }

  private static byte[] point(Stored key) {
    byte[] bytes = key.publicKey();
    return Arrays.copyOfRange(bytes, bytes.length - POINT, bytes.length);
  }

  private Stored stored() {
    return find().orElseGet(this::make);
  }

  private Optional<Stored> find() {
    return database.find(
        "select public_key, sealed from certificate_key where tenant_id = ?",
        to -> to.tenant(),
        row -> new Stored(row.getBytes(1), row.getBytes(2)));
  }

  private Stored make() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
      byte[] sealed = Seal.close(root(), pair.getPrivate().getEncoded(), PURPOSE);
      database.update(
          """
          insert into certificate_key (tenant_id, public_key, sealed)
          values (?, decode(?, 'base64'), decode(?, 'base64')) on conflict do nothing""",
          to ->
              to.tenant()
                  .text(Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()))
                  .text(Base64.getEncoder().encodeToString(sealed)));
      return find().orElseThrow();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A key for certificates cannot be made", e);
    }
  }

  private SecretKey root() {
    return roots.of(tenant.id(), PURPOSE);
  }

  private static String encode(String text) {
    return encode(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
