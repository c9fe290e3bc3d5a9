package dev.homeport.gateway.testing;

import dev.homeport.platform.testing.TestTokens;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jose4j.jwk.RsaJsonWebKey;

/** Publishes the key that {@link TestTokens} signs with, as Keycloak publishes its own. */
public final class Issuer {
  private static final String KEYS = "/realms/homeport/protocol/openid-connect/certs";

  private Issuer() {}

  public static Peer start() {
    String jwk = new RsaJsonWebKey(publicKey()).toJson();
    return Peer.at("homeport.gateway.keycloak.url").on(KEYS, "{\"keys\":[" + jwk + "]}");
  }

  private static RSAPublicKey publicKey() {
    String key = ConfigProvider.getConfig().getValue("quarkus.oidc.public-key", String.class);
    try {
      return (RSAPublicKey)
          KeyFactory.getInstance("RSA")
              .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(key)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
