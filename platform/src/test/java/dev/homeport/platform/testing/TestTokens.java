package dev.homeport.platform.testing;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

/** Tokens signed with a key made for the test run, verified by the service as it verifies any. */
public final class TestTokens {
  private static final String KEY = "homeport.test.signing-key";
  private static final String ISSUER = "https://issuer.test";

  private TestTokens() {}

  /** A tenant's token with scopes separated by blanks. */
  public static String token(UUID tenant, String scopes) {
    return sign(claims(scopes).claim("tenant", tenant.toString()));
  }

  /** A token that was given to another client. */
  public static String tokenOfClient(String client, UUID tenant, String scopes) {
    return sign(claims(scopes).claim("azp", client).claim("tenant", tenant.toString()));
  }

  /** A token that names no tenant, as a platform administrator's. */
  public static String tokenWithoutTenant(String scopes) {
    return sign(claims(scopes));
  }

  /** A token for somebody else's API. */
  public static String tokenForAudience(UUID tenant, String scopes, String audience) {
    return sign(claims(scopes).audience(audience).claim("tenant", tenant.toString()));
  }

  /** A token whose time is over. */
  public static String expiredToken(UUID tenant, String scopes) {
    return sign(claims(scopes).claim("tenant", tenant.toString()).expiresAt(1_000_000_000L));
  }

  private static JwtClaimsBuilder claims(String scopes) {
    return Jwt.issuer(ISSUER)
        .subject("test")
        .audience("homeport-api")
        .claim("azp", "test-client")
        .claim("scope", scopes)
        .expiresIn(3600);
  }

  private static String sign(JwtClaimsBuilder claims) {
    return claims.jws().sign(privateKey());
  }

  /** Makes the key and hands it to the tests, which live in another class loader. */
  static Map<String, String> settings() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      KeyPair pair = generator.generateKeyPair();
      System.setProperty(KEY, Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
      return Map.of(
          "quarkus.oidc.auth-server-url",
          "",
          "quarkus.oidc.token.issuer",
          ISSUER,
          "quarkus.oidc.public-key",
          Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PrivateKey privateKey() {
    try {
      byte[] encoded = Base64.getDecoder().decode(System.getProperty(KEY));
      return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
